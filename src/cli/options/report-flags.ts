import { type Command, Option } from 'commander';
import type { ReportOptions } from '../../report/index.js';
import type { CiTold } from '../tell-ci.js';

/** Flags about the reports; the same for every command that writes them. */
export interface ReportFlags {
  readonly junitDialect?: ReportOptions['junitDialect'];
  readonly inconclusive?: ReportOptions['inconclusive'];
  readonly exchanges?: ReportOptions['exchanges'];
  readonly reportAssets?: ReportOptions['assets'];
  /** Undefined: what the environment says. */
  readonly ci?: CiTold;
  /** The kill matrix to show; undefined: the one beside the journal, if there is one. */
  readonly prove?: string;
}

export function addReportFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--junit-dialect <dialect>', "strict has nothing that Jenkins' xunit plugin refuses")
        .choices(['full', 'strict'])
        .default('full'),
    )
    .addOption(
      new Option(
        '--inconclusive <how>',
        'what stayed open in JUnit: a skipped case, or an error, as with --fail-on inconclusive',
      )
        .choices(['skip', 'fail'])
        .default('skip'),
    )
    .option('--prove <file>', 'the kill matrix that the HTML report shows (default: prove.json beside the journal)')
    .addOption(
      new Option('--report-assets <where>', "the HTML report's script and style: in it, or external, beside it")
        .choices(['inline', 'external'])
        .default('inline'),
    )
    .addOption(
      new Option(
        '--ci <system>',
        'annotate the commit and add to the job summary (default: github where GITHUB_ACTIONS is true)',
      ).choices(['github', 'none']),
    );
}

/** What is not asked for is left to the default of the reports. */
export function reportOptionsOf({
  junitDialect,
  inconclusive,
  exchanges,
  reportAssets,
}: ReportFlags): Partial<ReportOptions> {
  return {
    ...(junitDialect === undefined ? {} : { junitDialect }),
    ...(inconclusive === undefined ? {} : { inconclusive }),
    ...(exchanges === undefined ? {} : { exchanges }),
    ...(reportAssets === undefined ? {} : { assets: reportAssets }),
  };
}
