import type { Command } from 'commander';
import type { ClaimFlags } from './do-claim.js';

export function addClaimCommand(report: Command): void {
  report
    .command('claim')
    .description('write what a run proves of each profile, to be published')
    .argument('<journal>', 'a journal, such as reports/journal.ndjson')
    .option('-o, --out <file>', "the claim (default: claim.yaml in the journal's folder)")
    .option('--badge <file>', 'write a badge too, as shields.io reads it from an endpoint')
    .option('--profile <name>', 'the badge is of this profile only: core, routing, streaming, …')
    .addHelpText(
      'after',
      `
The exit code says whether the claim could be written; whether the gate holds is what \`run\` says.

Examples:
  $ gateway-conformance report claim reports/journal.ndjson
  $ gateway-conformance report claim reports/journal.ndjson --badge badge.json
  $ gateway-conformance report claim reports/journal.ndjson --badge core.json --profile core`,
    )
    .action(async (journal: string, flags: ClaimFlags) => {
      const { writeClaim } = await import('./do-claim.js');
      process.exitCode = writeClaim(journal, flags);
    });
}
