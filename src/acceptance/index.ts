export { type Acceptance, defaultFailOn, type FailOn, failOnNames, nothingAccepted } from './acceptance.js';
export type { AcceptedInstance, Baseline } from './baseline.js';
export { baselineOf } from './baseline-of.js';
export type { KnownFailure, KnownFailureEntry } from './known-failures.js';
export { matchKnownFailures, overlapsIn, suggestedFor } from './match-known-failures.js';
export { renderBaseline } from './render-baseline.js';
export { renderKnownFailures } from './render-known-failures.js';
