/** What a user may choose about the reports. */
export interface ReportOptions {
  /** `strict` has nothing that junit-10.xsd of Jenkins' xunit plugin refuses. */
  readonly junitDialect: 'full' | 'strict';
  /** What an instance that stayed open is in JUnit: a skipped case, or an error. */
  readonly inconclusive: 'skip' | 'fail';
  /** Whose exchanges the HTML report holds in full: of all instances, of those that did not go as they should, of none. */
  readonly exchanges: 'all' | 'failed' | 'none';
  /** `external` puts the HTML report's script and style beside it, for hosts that allow no inline ones. */
  readonly assets: 'inline' | 'external';
}

export const defaultReportOptions: ReportOptions = {
  junitDialect: 'full',
  inconclusive: 'skip',
  exchanges: 'failed',
  assets: 'inline',
};
