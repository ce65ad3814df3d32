import { type Command, InvalidArgumentError } from 'commander';
import type { RunFlags } from './do-run.js';
import { addSelectionOptions } from './selection-options.js';

export function addRunCommand(program: Command): void {
  addSelectionOptions(program.command('run').description('run suites against a target and write reports'))
    .option('-o, --out <folder>', 'where to write the journal and the reports', 'reports')
    .option('-j, --jobs <number>', "how many cases may run at once (default: the target's limit)", positiveInteger)
    .option('-q, --quiet', 'no progress; only the closing summary')
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance run
  $ gateway-conformance run --suite smoke --target production.yaml
  $ gateway-conformance run --case 'permissions.*' --out /tmp/reports`,
    )
    .action(async (flags: RunFlags) => {
      const { runCommand } = await import('./do-run.js');
      process.exitCode = await runCommand(flags);
    });
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('write a whole number from 1 to 9999');
  return Number(text);
}
