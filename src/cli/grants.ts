import { type Command, Option } from 'commander';
import type { ImportFlags } from './do-grants-import.js';
import type { RestoreFlags } from './do-grants-restore.js';

export function addGrantsCommand(program: Command): void {
  const grants = program.command('grants').description('work with the grants of a target').helpCommand(false);
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
  grants
    .command('import')
    .description('write what the grants of the account imply, as the `expects` of a target')
    .requiredOption('-t, --target <target>', 'mock, or a target file with the identity admin')
    .addOption(
      new Option('-m, --model <roles...>', 'only these model services, by role (default: all that a matrix may ask)'),
    )
    .option('-o, --out <file>', 'write into a file instead of to standard output; one that is there stays as it is')
    .option('--force', 'replace the file')
    .addHelpText(
      'after',
      `
Reads the permissions of each model service, its schema and its catalog as admin; changes nothing. Says which cells the
target expects otherwise: on standard error, where the YAML goes to standard output. Exit codes: 0 written, 2 wrong
input, 3 not readable.

Examples:
  $ gateway-conformance grants import --target production.yaml
  $ gateway-conformance grants import --target production.yaml --model private --out expects.yaml`,
    )
    .action(async (flags: ImportFlags) => {
      const { importCommand } = await import('./do-grants-import.js');
      process.exitCode = await importCommand(flags);
    });
}
