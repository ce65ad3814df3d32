import { type Command, InvalidArgumentError } from 'commander';
import type { MockFlags } from './do-mock.js';

export function addMockCommand(program: Command): void {
  program
    .command('mock')
    .description('serve the simulated account for real clients')
    .option(
      '-w, --write-target <file>',
      'write a target for it, and beside it a configuration file with a profile for every identity',
    )
    .option(
      '-p, --port <number>',
      'first of the ports to serve on: the account-level URL, then each workspace (default: any free ones)',
      port,
    )
    .option('--names-enforced', 'refuse names without catalog and schema, with 501')
    .option('--mask-denied', 'answer 404 instead of 403 where the caller may not')
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance mock --write-target mock.yaml
  $ gateway-conformance run --target mock.yaml`,
    )
    .action(async (flags: MockFlags) => {
      const { serveMock } = await import('./do-mock.js');
      process.exitCode = await serveMock(flags);
    });
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65_500)
    throw new InvalidArgumentError('write a port from 1 to 65500');
  return number;
}
