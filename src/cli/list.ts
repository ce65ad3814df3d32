import type { Command } from 'commander';
import type { ListFlags } from './do-list.js';
import { addSelectionOptions } from './options/selection-options.js';
import { addShardOption } from './options/shard-option.js';

export function addListCommand(program: Command): void {
  addShardOption(
    addSelectionOptions(program.command('list').description('what would run, and what would be skipped and why')),
  )
    .option('--requirements', 'list the requirements instead, with the cases that verify each')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance list --suite smoke --target production.yaml
  $ gateway-conformance list --api gemini
  $ gateway-conformance list --suite gate --shard 2/8
  $ gateway-conformance list --requirements
  $ gateway-conformance list --case 'naming.*' --json`,
    )
    .action(async (flags: ListFlags) => {
      const { list } = await import('./do-list.js');
      process.exitCode = await list(flags);
    });
}
