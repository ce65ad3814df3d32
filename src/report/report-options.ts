import type { KeptExchanges } from '../journal/index.js';
import type { KillMatrix } from './kill-matrix/index.js';

/** What a user may choose about the reports. */
export interface ReportOptions {
  /** `strict` has nothing that junit-10.xsd of Jenkins' xunit plugin refuses. */
  readonly junitDialect: 'full' | 'strict';
  /** What an instance that stayed open is in JUnit: a skipped case, or an error. */
  readonly inconclusive: 'skip' | 'fail';
  /** Whose exchanges the HTML report holds in full, as far as the journal does: the same word as the journal's own. */
  readonly exchanges: KeptExchanges;
  /** `external` puts the HTML report's script and style beside it, for hosts that allow no inline ones. */
  readonly assets: 'inline' | 'external';
  /** What the specs of the run proved against faulty gateways, for the HTML report. */
  readonly killMatrix?: KillMatrix;
  /** What several runs are called, in their order; by their targets otherwise. */
  readonly names?: readonly string[];
  /** Which of several runs the others were made to be held against: its place among them, from 0. */
  readonly heldAgainst?: number;
  /** Names of files that are written into the same folder, for the HTML report to link to. */
  readonly beside?: readonly string[];
}

export const defaultReportOptions: ReportOptions = {
  junitDialect: 'full',
  inconclusive: 'skip',
  exchanges: 'failed',
  assets: 'inline',
};
