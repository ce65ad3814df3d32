export { type Answered, answered, errorIn, type JudgeContext } from './answered.js';
export type { ApiContract } from './api-contract.js';
export { captureValue } from './capture.js';
export { type AnsweredSide, judgeComparison } from './comparison.js';
export type { Finding } from './finding.js';
export { judge } from './judge.js';
export { type Fingerprint, readAspects } from './observation.js';
export { type Verdict, verdictOf, verdicts } from './verdict.js';
