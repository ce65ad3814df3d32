import { parseDuration } from '../../spec/index.js';
import type { ExchangeTimes } from '../../wire/index.js';
import { type Finding, fails, holds } from '../finding.js';

/** A limit of time, as specs write it. */
export interface Bound {
  readonly under: string;
}

/** Whether something took less than its limit. `what` begins the sentence; `taken` is in milliseconds. */
export function boundFinding(check: string, what: string, { under }: Bound, taken: number): Finding {
  const limit = parseDuration(under);
  if (limit === undefined) return fails(check, `${under} is no duration.`);
  const shown = Math.round(taken);
  // What is shown is what is compared: 400 ms that are less than 400 ms would puzzle everybody.
  if (shown < limit) return holds(check, `${what} took ${shown} ms.`);
  return fails(check, `${what} took ${shown} ms; expected less than ${under}.`, {
    expected: `under ${under}`,
    found: shown,
  });
}

/** Since the request left the harness's own queue: waiting there is not the gateway's doing. */
export function sinceSent(moment: number, { dequeued = 0 }: ExchangeTimes): number {
  return moment - dequeued;
}
