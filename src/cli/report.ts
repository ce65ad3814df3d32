import type { Command } from 'commander';
import { exchangesOption } from './exchanges-option.js';
import { addReportFlags, type ReportFlags } from './report-flags.js';

export function addReportCommand(program: Command): void {
  const report = program.command('report').description('work with the journals of earlier runs').helpCommand(false);
  addReportFlags(report.command('render').description('write every report again from a journal'))
    .argument('<journal>', 'a journal, such as reports/journal.ndjson')
    .option('-o, --out <folder>', "where to write the reports (default: the journal's folder)")
    .addOption(exchangesOption('show'))
    .addHelpText(
      'after',
      `
Examples:
  $ gateway-conformance report render reports/journal.ndjson
  $ gateway-conformance report render reports/journal.ndjson --junit-dialect strict --out for-jenkins`,
    )
    .action(async (journal: string, flags: ReportFlags & { out?: string }) => {
      const { render } = await import('./do-render.js');
      process.exitCode = render(journal, flags.out, flags);
    });
}
