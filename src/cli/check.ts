import type { Command } from 'commander';

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('validate specs, suites, requirements and targets without running anything')
    .argument('[paths...]', "spec files or folders; default: the harness's own")
    .option('-t, --target <file>', 'a target file to check as well')
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance check
  $ gateway-conformance check my-specs/ --target production.yaml`,
    )
    .action(async (paths: string[], flags: { target?: string }) => {
      const { check } = await import('./do-check.js');
      process.exitCode = await check(paths, flags.target);
    });
}
