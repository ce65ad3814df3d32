export { type ChangeClass, changeClassNames, worseByDefault } from './change-classes.js';
export { compareRuns } from './compare-runs.js';
export { type ComparedInstance, type ComparedRun, comparedRunOf } from './compared-run.js';
export type { Change, ChangeKind, Comparison, Outcome, RunFacts, Slowdown } from './comparison.js';
export { type ComparisonVerdict, judgeComparison } from './judge-comparison.js';
export { judgeTargets } from './judge-targets.js';
export { renderComparison } from './render-comparison.js';
export { renderComparisonConsole } from './render-console.js';
