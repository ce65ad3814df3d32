import type { Command } from 'commander';
import type { ProveFlags } from './do-prove.js';
import { positiveInteger } from './options/numbers.js';

export function addProveCommand(program: Command): void {
  program
    .command('prove')
    .description('run the suites against every faulty gateway, and say which case caught which fault')
    .option('--fault <glob...>', 'only faults and legal variants with such an id')
    .option('--changed', 'only what the changes since the last commit touch')
    .option('-o, --out <folder>', 'where to write the kill matrix', 'reports')
    .option('-j, --jobs <number>', 'how many processes (default: one for each core)', positiveInteger)
    .option('-q, --quiet', 'no progress; only what came of it')
    .addHelpText(
      'after',
      `
Exit code 1 when a fault lives, a legal variant is flagged, or a requirement is not proved.

Examples:
  $ gateway-conformance prove
  $ gateway-conformance prove --fault 'chat.*'
  $ gateway-conformance prove --changed
  $ gateway-conformance mock --list-faults`,
    )
    .action(async (flags: ProveFlags) => {
      const { proveCommand } = await import('./do-prove.js');
      process.exitCode = await proveCommand(flags);
    });
}
