import type { Verdict } from '../journal/index.js';
import type { Json } from '../json/index.js';

/** How an instance stands against what was accepted before. One that is as it was accepted has no standing. */
export type Standing =
  /** It fails, and somebody has said why that is accepted for now. */
  | { readonly kind: 'known-failure'; readonly known: KnownFailure }
  /** It was accepted as failing, and holds: the entry is to be removed. */
  | { readonly kind: 'stale'; readonly known: KnownFailure }
  | { readonly kind: 'new-failure' }
  /** It was proved then, and is not now. */
  | { readonly kind: 'lost'; readonly was: Verdict }
  | { readonly kind: 'drifted'; readonly drifts: readonly Drift[] };

export type StandingKind = Standing['kind'];

/** Why a failure is accepted, and until when. */
export interface KnownFailure {
  readonly reason: string;
  readonly link?: string;
  /** The last day on which it counts, `2027-01-31`. */
  readonly expires?: string;
}

/** One aspect of an observed behaviour that is not what it was. Undefined: it was not observed at all. */
export interface Drift {
  readonly aspect: string;
  readonly accepted: Json | undefined;
  readonly found: Json | undefined;
}
