import type { Command } from 'commander';
import { exchangesOption } from '../options/exchanges-option.js';
import { addGateOptions } from '../options/gate-options.js';
import { addReportFlags } from '../options/report-flags.js';
import type { RenderFlags } from './do-render.js';

export function addRenderCommand(report: Command): void {
  const command = report
    .command('render')
    .description('write every report again from a journal, or several runs as one page');
  addGateOptions(addReportFlags(command))
    .argument('<journals...>', 'a journal, such as reports/journal.ndjson; several make one HTML report')
    .option('-o, --out <folder>', "where to write the reports (default: the journal's folder; needed for several)")
    .addOption(exchangesOption('show'))
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance report render reports/journal.ndjson
  $ gateway-conformance report render reports/journal.ndjson --baseline baseline.ndjson
  $ gateway-conformance report render reports/journal.ndjson --junit-dialect strict --out for-jenkins
  $ gateway-conformance report render */journal.ndjson --out side-by-side`,
    )
    .action(async (journals: readonly string[], flags: RenderFlags) => {
      const { renderCommand } = await import('./do-render.js');
      process.exitCode = renderCommand(journals, flags);
    });
}
