import type { Command } from 'commander';
import { failOnList } from '../options/fail-on-list.js';
import { changeClassNames, worseByDefault } from './change-classes.js';
import type { CompareFlags } from './do-compare.js';

export function addCompareCommand(report: Command): void {
  report
    .command('compare')
    .description('say what became of each instance between two runs')
    .argument('<before>', 'the journal of the run to hold the other against')
    .argument('<after>', 'the journal of the run in question')
    .option('-o, --out <folder>', 'write compare.md, compare.html and compare.json there')
    .option(
      '--fail-on <list>',
      `what counts as worse, of ${changeClassNames.join(', ')} (default: ${worseByDefault.join(',')})`,
      failOnList(changeClassNames, worseByDefault),
    )
    .addHelpText(
      'after',
      `
Ends with 0 when nothing that counts is found, 1 when something is, 4 when nothing could be compared.

Examples:
  $ gateway-conformance report compare monday/journal.ndjson reports/journal.ndjson
  $ gateway-conformance report compare monday/journal.ndjson reports/journal.ndjson --out reports
  $ gateway-conformance report compare monday/journal.ndjson reports/journal.ndjson --fail-on default,gone`,
    )
    .action(async (before: string, after: string, flags: CompareFlags) => {
      const { compare } = await import('./do-compare.js');
      process.exitCode = compare(before, after, flags);
    });
}
