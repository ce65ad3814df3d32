import type { Command } from 'commander';
import { exchangesOption } from '../options/exchanges-option.js';
import { addGateOptions } from '../options/gate-options.js';
import { addReportFlags } from '../options/report-flags.js';
import type { MergeFlags } from './do-merge.js';

export function addMergeCommand(report: Command): void {
  const command = report
    .command('merge')
    .description('put the journals of all shards of a run together, write its reports, and decide the gate');
  addGateOptions(addReportFlags(command))
    .argument('<journals...>', 'journals, folders in which they are, or globs of either')
    .option('-o, --out <folder>', 'where to write the merged journal and the reports', 'reports')
    .option('--allow-partial', 'merge what is there of a run; the gate then never holds')
    .addOption(exchangesOption('show'))
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance report merge shards
  $ gateway-conformance report merge shards/1/journal.ndjson shards/2/journal.ndjson --out merged`,
    )
    .action(async (journals: readonly string[], flags: MergeFlags) => {
      const { merge } = await import('./do-merge.js');
      process.exitCode = merge(journals, flags);
    });
}
