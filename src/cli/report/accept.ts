import type { Command } from 'commander';

export function addAcceptCommands(report: Command): void {
  report
    .command('baseline')
    .description('accept a run: print what it was like, to hold later runs against')
    .argument('<journal>', 'the journal of a run that came to its end')
    .option('-o, --out <file>', 'write it into a file instead')
    .addHelpText(
      'after',
      `
Example:
  $ gateway-conformance report baseline reports/journal.ndjson --out baseline.ndjson
  $ gateway-conformance run --baseline baseline.ndjson`,
    )
    .action(async (journal: string, flags: { out?: string }) => {
      const { writeBaseline } = await import('./do-accept.js');
      process.exitCode = writeBaseline(journal, flags.out);
    });
  report
    .command('known-failures')
    .description('print an entry for each failure of a run, for you to say why it is accepted')
    .argument('<journal>', 'a journal, such as reports/journal.ndjson')
    .addHelpText(
      'after',
      `
Example:
  $ gateway-conformance report known-failures reports/journal.ndjson > known-failures.yaml`,
    )
    .action(async (journal: string) => {
      const { printKnownFailures } = await import('./do-accept.js');
      process.exitCode = printKnownFailures(journal);
    });
}
