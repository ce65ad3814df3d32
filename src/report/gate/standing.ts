import type { FailOn, KnownFailure } from '../../acceptance/index.js';
import type { Verdict } from '../../journal/index.js';
import type { Json } from '../../json/index.js';

export type { KnownFailure } from '../../acceptance/index.js';

/** How an instance stands against what was accepted before. One that is as it was accepted has no standing. */
export type Standing =
  /** It fails, and somebody has said why that is accepted for now; or it did so when the baseline was accepted. */
  | { readonly kind: 'known-failure'; readonly known: KnownFailure }
  /** It fails, and was accepted up to a day that is over. */
  | { readonly kind: 'expired'; readonly known: KnownFailure }
  /** It was accepted as failing, and holds: the entry is to be removed. */
  | { readonly kind: 'stale'; readonly known: KnownFailure }
  | { readonly kind: 'new-failure' }
  /** It was proved then, and is not now. */
  | { readonly kind: 'lost'; readonly was: Verdict }
  | { readonly kind: 'drifted'; readonly drifts: readonly Drift[] };

export type StandingKind = Standing['kind'];

/** One aspect of an observed behaviour that is not what it was. Undefined: it was not observed at all. */
export interface Drift {
  readonly aspect: string;
  readonly accepted: Json | undefined;
  readonly found: Json | undefined;
}

/** What a user calls it who lets the gate fail on it. */
export const failOnOf: Readonly<Record<StandingKind, FailOn>> = {
  'known-failure': 'known-failures',
  expired: 'expired',
  stale: 'stale',
  'new-failure': 'new-failures',
  lost: 'lost',
  drifted: 'drift',
};

/** `baseline.stale`: what stands where another failure has the name of its check. */
export function codeOfStanding(kind: StandingKind): string {
  return `baseline.${kind === 'drifted' ? 'drift' : kind}`;
}
