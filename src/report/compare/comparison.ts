import type { Level, Verdict } from '../../journal/index.js';
import type { Cause } from '../cause.js';
import type { Drift } from '../gate/standing.js';
import type { ComparedRun } from './compared-run.js';

/**
 * What became of one instance between two runs, or what differs of it between two targets. In the order in which a
 * reader wants them.
 */
export const changeKinds = [
  /** It fails, and did not. */
  'new-failure',
  /** It had a good answer, and has none: skipped, inconclusive, error. */
  'lost',
  /** A SHOULD is not met, and was. */
  'new-warning',
  /** It was not as it should be, and has no answer now: that is no fix. */
  'silenced',
  'drifted',
  /** It is not as it should be in either run, for another reason. */
  'changed-reason',
  'gone',
  'appeared',
  'fixed',
  /** It had no answer, and has a good one. */
  'gained',
  'still-failing',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly requirements: readonly string[];
  /** Absent for what only the candidate has. */
  readonly was?: Outcome;
  /** Absent for what only the reference has. */
  readonly is?: Outcome;
  /** Given for what drifted: `accepted` is the reference's. */
  readonly drifts: readonly Drift[];
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly cause?: Cause;
}

/** Both were judged, and it took far longer. Measured once each, so that it is a hint and no verdict. */
export interface Slowdown {
  readonly id: string;
  readonly wasMs: number;
  readonly isMs: number;
}

/** A run without its instances. */
export type RunFacts = Omit<ComparedRun, 'instances'> & { readonly count: number };

export interface Comparison {
  /** Two runs after each other, or two targets beside each other: the words differ. */
  readonly of: 'runs' | 'targets';
  readonly reference: RunFacts;
  readonly candidate: RunFacts;
  /** By kind, in the order of `changeKinds`, then in the order of the plan. */
  readonly changes: readonly Change[];
  /** The largest difference first. */
  readonly slower: readonly Slowdown[];
  /** How many times as long the median instance took; absent when too few can be compared or it hardly matters. */
  readonly pace?: number;
  /** How many instances have an answer of the gateway in both. */
  readonly answeredInBoth: number;
  /** How many are as good in one as in the other. */
  readonly alike: number;
  /** How many have no answer in either, for the same reason. */
  readonly openInBoth: number;
}
