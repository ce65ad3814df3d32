import { defaultRetryPolicy, type Exchange, type RetryClock, retryAfter } from '../../wire/index.js';

/** What the requests to one model service in one workspace have learned of its quota. */
export interface CoolDowns {
  /** Milliseconds until requests of this kind may go again; 0 when they may. */
  remaining(quota: string): number;
  /** Told every answer, with the time at which its request was sent. */
  note(quota: string, exchange: Exchange, sentAt: number): void;
}

interface CoolDown {
  /** Epoch milliseconds. */
  until: number;
  /** When the refusal came that it began with. */
  began: number;
  /** Refusals one after another, of requests that were sent after the wait for the one before. */
  refusals: number;
}

const { minDelayMs, maxDelayMs } = defaultRetryPolicy;

/**
 * One refusal for quota holds for everybody who asks the same: whoever went on would be refused as well, and keep the
 * quota used up. Waits for what `Retry-After` asks, or longer each time.
 */
export function createCoolDowns(clock: RetryClock): CoolDowns {
  const known = new Map<string, CoolDown>();

  return {
    remaining: (quota) => Math.max(0, (known.get(quota)?.until ?? 0) - clock.now()),
    note(quota, { response }, sentAt) {
      const before = known.get(quota);
      if (response?.status !== 429) {
        // An answer that was under way all along says nothing about now.
        if (response !== undefined && before !== undefined && sentAt >= before.until) known.delete(quota);
        return;
      }
      const now = clock.now();
      // Requests that were under way together are refused together: that is one refusal, not many.
      const sameWave = before !== undefined && sentAt < before.began;
      const refusals = (before?.refusals ?? 0) + (sameWave ? 0 : 1);
      const asked = retryAfter(response.headers, now);
      const wait = asked ?? Math.min(maxDelayMs, minDelayMs * 2 ** (refusals - 1));
      const until = Math.max(sameWave || asked === undefined ? (before?.until ?? 0) : 0, now + wait);
      known.set(quota, { until, refusals, began: sameWave ? before.began : now });
    },
  };
}
