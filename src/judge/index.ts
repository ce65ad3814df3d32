export type { Finding } from './finding.js';
export { type Verdict, verdicts } from './verdict.js';
