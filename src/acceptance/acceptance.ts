import type { Baseline } from './baseline.js';
import type { KnownFailureEntry } from './known-failures.js';

/** What a run is held against, and what of it may not happen. */
export interface Acceptance {
  readonly baseline?: Baseline;
  readonly knownFailures?: readonly KnownFailureEntry[];
  readonly failOn: readonly FailOn[];
}

/** What a user may let the gate fail on. Whatever makes the run itself doubtful always fails it. */
export const failOnNames = [
  'new-failures',
  'lost',
  'drift',
  'stale',
  'expired',
  'known-failures',
  'fixed',
  'warnings',
  'inconclusive',
  'flaky',
] as const;
export type FailOn = (typeof failOnNames)[number];

export const defaultFailOn: readonly FailOn[] = ['new-failures', 'lost', 'drift', 'stale', 'expired'];

/** Nothing was accepted before: every failure is one too many. */
export const nothingAccepted: Acceptance = { failOn: defaultFailOn };
