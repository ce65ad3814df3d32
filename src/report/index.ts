export { type Assessment, assess } from './assessment.js';
export { type Badge, badgeOf, type Claim, type ClaimedProfile, claimOf } from './claim/index.js';
export {
  type ChangeClass,
  type ComparedRun,
  type Comparison,
  type ComparisonVerdict,
  changeClassNames,
  comparedRunOf,
  compareRuns,
  judgeComparison,
  judgeTargets,
  renderComparison,
  renderComparisonConsole,
  worseByDefault,
} from './compare/index.js';
export { type ProgressOptions, progress, renderConsole } from './console/index.js';
export type { Counters } from './counters.js';
export type { Gate } from './gate/gate.js';
export type { Drift, KnownFailure, Standing, StandingKind } from './gate/standing.js';
export { renderAnnotations } from './github/index.js';
export { mendOf } from './grants/index.js';
export {
  type BreakRecord,
  type Catch,
  type FaultRecord,
  type KillMatrix,
  proofOf,
  type RequirementProof,
  readKillMatrix,
  renderKillMatrixConsole,
  renderKillMatrixHtml,
  type VariantRecord,
} from './kill-matrix/index.js';
export type { ReportFile } from './report-file.js';
export { defaultReportOptions, type ReportOptions } from './report-options.js';
export type { RequirementRecord } from './requirement-status.js';
export type { RequirementStatus } from './requirement-statuses.js';
export { mostSummary, renderSummary } from './summary/index.js';
export { visibleLine } from './visible.js';
export { counted } from './wording.js';
export { writeFiles } from './write-files.js';
export { renderReports, writeHtml, writeReports } from './write-reports.js';
