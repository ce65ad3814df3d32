export { type ProgressOptions, progress, renderConsole } from './console/index.js';
export type { Counters } from './counters.js';
export { decide, type Gate } from './gate.js';
export type { RequirementRecord, RequirementStatus } from './requirement-status.js';
export { type ReportName, renderReports, writeReports } from './write-reports.js';
