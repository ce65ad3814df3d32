import { type Command, InvalidArgumentError } from 'commander';
import { parseDuration } from '../spec/index.js';
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
    .option('--gateway-disabled', 'answer as a workspace whose gateway is not enabled')
    .option('--pace <duration>', 'wait so long before each event of a stream, such as 50ms (default: not at all)', pace)
    .option(
      '--propagation <duration>',
      'follow changes of grants only after so long, such as 5s (default: at once)',
      propagation,
    )
    .option('--fault <id>', 'be faulty in one way, or unusual in a legal one')
    .option('--fault-rate <share>', 'be so for a share of the requests only, such as 0.05', share)
    .option('--list-faults', 'print what can be wrong, and serve nothing')
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance mock --write-target mock.yaml
  $ gateway-conformance run --target mock.yaml
  $ gateway-conformance mock --fault chat.no-finish-reason --write-target faulty.yaml`,
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

function share(text: string): number {
  const number = Number(text);
  if (!/^[01]?\.?\d+$/.test(text) || number <= 0 || number > 1)
    throw new InvalidArgumentError('write a number above 0 and up to 1');
  return number;
}

function propagation(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) throw new InvalidArgumentError('write a duration such as 5s or 2m');
  return milliseconds;
}

/** Longer pauses look like a gateway that hangs, which is not what this option is for. */
const longestPace = 60_000;

function pace(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined || milliseconds > longestPace)
    throw new InvalidArgumentError('write a duration such as 50ms, 60s at most');
  return milliseconds;
}
