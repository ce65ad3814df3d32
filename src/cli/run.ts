import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RunFlags } from './do-run.js';
import { exchangesOption } from './options/exchanges-option.js';
import { addGateOptions } from './options/gate-options.js';
import { positiveInteger } from './options/numbers.js';
import { addReportFlags } from './options/report-flags.js';
import { addSelectionOptions } from './options/selection-options.js';
import { addShardOption } from './options/shard-option.js';

export function addRunCommand(program: Command): void {
  const command = program.command('run').description('run suites against a target and write reports');
  addGateOptions(addReportFlags(addShardOption(addSelectionOptions(command))))
    .option('-o, --out <folder>', 'where to write the journal and the reports', 'reports')
    .option('-j, --jobs <number>', "how many cases may run at once (default: the target's limit)", positiveInteger)
    .option('--max-requests <number>', "stop before more requests are sent (default: the target's limit)", amount)
    .option('--max-tokens <number>', "stop before more tokens are spent (default: the target's limit)", amount)
    .addOption(exchangesOption('keep'))
    .option('--resume <journal>', 'go on with a run that was cut off: what has a result keeps it, the rest is run')
    .option('--failed <journal>', 'run again what did not pass in an earlier run')
    .addOption(
      new Option('--against <target>', 'run on this target too, and say what the one of --target does worse').conflicts(
        [
          // The other target takes their place.
          'baseline',
          'knownFailures',
          'shard',
          'resume',
          'failed',
        ],
      ),
    )
    .option('-q, --quiet', 'no progress; only the closing summary')
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance run
  $ gateway-conformance run --suite smoke --target production.yaml
  $ gateway-conformance run --target production.yaml --max-requests 200 --max-tokens 50000
  $ gateway-conformance run --suite gate --target staging.yaml --baseline staging.ndjson
  $ gateway-conformance run --suite gate --target canary.yaml --against production.yaml
  $ gateway-conformance run --case 'permissions.*' --out /tmp/reports
  $ gateway-conformance run --suite gate --shard 2/8 --out shards/2
  $ gateway-conformance run --resume shards/2/journal.ndjson
  $ gateway-conformance run --failed reports/journal.ndjson`,
    )
    .action(async ({ against, ...flags }: RunFlags & { against?: string }, command: Command) => {
      if (against === undefined) {
        const { runCommand } = await import('./do-run.js');
        process.exitCode = await runCommand(flags, (flag) => command.getOptionValueSource(flag) === 'cli');
      } else {
        const { runAgainst } = await import('./do-run-against.js');
        process.exitCode = await runAgainst({ ...flags, against });
      }
    });
}

function amount(text: string): number {
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new InvalidArgumentError('write a whole number, 1 or more');
  return Number(text);
}
