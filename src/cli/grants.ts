import type { Command } from 'commander';
import type { RestoreFlags } from './do-grants-restore.js';

export function addGrantsCommand(program: Command): void {
  const grants = program
    .command('grants')
    .description("work with the grants of a target's scratch services")
    .helpCommand(false);
  grants
    .command('restore')
    .description('restore the grants that a run left changed when it was killed, or could not restore')
    .requiredOption('-t, --target <target>', 'env (DATABRICKS_* variables), or the target file of that run')
    .option('--force', 'also when the process that changed them seems to be running')
    .addHelpText(
      'after',
      `
Example:
  $ gateway-conformance grants restore --target production.yaml`,
    )
    .action(async (flags: RestoreFlags) => {
      const { restoreCommand } = await import('./do-grants-restore.js');
      process.exitCode = await restoreCommand(flags);
    });
}
