import type { Answered } from '../judge/index.js';
import type { Sender } from '../plan/index.js';
import type { Attempt } from '../wire/index.js';
import type { Stop } from './stop.js';

/** What an action brought: the last answer, and how it was reached. */
export interface Performed {
  readonly answered: Answered;
  /** Without secrets. */
  readonly attempts: readonly PerformedAttempt[];
  /** Role of the identity that asked; `none` or `invalid` when it was nobody. */
  readonly identity: string;
  /** Set when the answer cannot be judged, whatever its last exchange says. */
  readonly stopped?: Stop;
}

export interface PerformedAttempt extends Attempt {
  /** Which of several requests of one action it was, other than the first: `poll 2`, `chunk 1`, `cancel`. */
  readonly part?: string;
}

export function senderName({ auth, identity }: Sender): string {
  return auth === 'none' || auth === 'invalid' ? auth : identity;
}
