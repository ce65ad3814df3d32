import { failed, ok, type Place, type Result } from '../problem/index.js';
import { isRedactable } from '../wire/index.js';
import type { Setting } from './settings.js';

/** For whom a credential is looked for, and where that was asked. */
export interface Asker {
  /** `identity expired` */
  readonly who: string;
  readonly place?: Place;
}

/** A value that can be sent as a secret, and kept out of everything that is written. `what` is `token` or `client secret`. */
export function secretValue(what: string, { value, origin }: Setting, { who, place }: Asker): Result<string> {
  const placed = place === undefined ? {} : { place };
  // Anything else would end the header early or be refused before it is sent, far from its cause.
  if (!/^[\x21-\x7e]+$/.test(value)) {
    return failed({
      code: 'target.credential-malformed',
      message: `the ${what} of ${who} (${origin}) has white space or characters outside ASCII`,
      ...placed,
      fix: `store the ${what} alone, without a line end`,
    });
  }
  // A shorter text would be found by chance wherever the journal is searched for it, so it cannot be kept out.
  if (!isRedactable(value)) {
    return failed({
      code: 'target.credential-malformed',
      message: `the ${what} of ${who} (${origin}) is too short to be one`,
      ...placed,
      fix: `store a whole ${what} there`,
    });
  }
  return ok(value);
}
