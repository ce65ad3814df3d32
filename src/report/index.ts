export { type ProgressOptions, progress, renderConsole } from './console/index.js';
export type { Counters } from './counters.js';
export { decide, type Gate } from './gate.js';
export { mendOf } from './grants/index.js';
export {
  type BreakRecord,
  type Catch,
  type FaultRecord,
  type KillMatrix,
  proofOf,
  type RequirementProof,
  renderKillMatrixConsole,
  renderKillMatrixHtml,
  type VariantRecord,
} from './kill-matrix/index.js';
export type { RequirementRecord, RequirementStatus } from './requirement-status.js';
export { visibleLine } from './visible.js';
export { counted } from './wording.js';
export { type ReportName, renderReports, writeReports } from './write-reports.js';
