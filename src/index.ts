/** The library's face: everything that the command line is made of. */
export {
  type Acceptance,
  type Baseline,
  baselineOf,
  type KnownFailureEntry,
  renderBaseline,
} from './acceptance/index.js';
export { readBaseline, readKnownFailures } from './acceptance/loading.js';
export { type Api, type ApiName, apiNames } from './api/index.js';
export { apis, compileContracts } from './api/loading.js';
export { type Journal, type JournalEvent, openJournal, parseJournal, readJournal } from './journal/index.js';
export type { ApiContract, Finding, Verdict } from './judge/index.js';
export {
  type Account,
  defaultAccount,
  type SimulatedAccount,
  type SimulatedAccountOptions,
  startSimulatedAccount,
} from './mock/index.js';
export { type Filters, type Instance, makePlan, type Plan } from './plan/index.js';
export { exitCodes, type Place, type Problem, type Result, renderProblems } from './problem/index.js';
export { type Assessment, assess, type Gate, type ReportFile, renderReports, writeReports } from './report/index.js';
export { type RunOptions, run } from './run/index.js';
export type { Library, Requirement, Spec, Suite } from './spec/index.js';
export { loadLibrary } from './spec/loading.js';
export { type Target, targetFromEnvironment } from './target/index.js';
export { loadTarget, readTargetFile } from './target/loading.js';
