import type { Place } from '../problem/index.js';

/** Why a failure is accepted, and until when. */
export interface KnownFailure {
  readonly reason: string;
  readonly link?: string;
  /** The last day on which it counts, `2027-01-31`. */
  readonly expires?: string;
}

/** An entry of a file of known failures. */
export interface KnownFailureEntry extends KnownFailure {
  /** A glob over ids of instances. It says of all that it matches that they fail. */
  readonly instance: string;
  /** Where it is written. */
  readonly place: Place;
}
