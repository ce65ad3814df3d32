import { type Command, Option } from 'commander';
import type { InitFlags } from './do-init.js';

export function addInitCommand(program: Command): void {
  program
    .command('init')
    .description('write a target file and a CI workflow to start from')
    .argument('[file]', 'where to; a file that is there stays as it is', 'target.yaml')
    .option('--ask', 'ask the workspace that the DATABRICKS_* variables name for its id and its model services')
    .option('--schema <catalog.schema>', 'whose model services to ask for', 'system.ai')
    .addOption(
      new Option(
        '--ci <system>',
        'also write a workflow that runs the suite gate; a target file that is there is taken as it is',
      ).choices(['github', 'gitlab', 'azure']),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance init westeurope.yaml
  $ DATABRICKS_CONFIG_PROFILE=westeurope gateway-conformance init westeurope.yaml --ask
  $ gateway-conformance init westeurope.yaml --ci github`,
    )
    .action(async (file: string, flags: InitFlags) => {
      const { init } = await import('./do-init.js');
      process.exitCode = await init(file, flags);
    });
}
