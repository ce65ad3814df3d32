import { setTimeout as sleep } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import type { SendOptions, WireClient } from './client.js';
import type { Exchange, WireRequest } from './exchange.js';
import { type RetryPolicy, retryReason, retryWait } from './retry-policy.js';

/** One sending of a request. `retried` says why another one followed: `429`, `503`, or the code of the fault. */
export interface Attempt {
  readonly exchange: Exchange;
  readonly retried?: string;
}

/** What retrying needs to know of time and chance, so that tests need neither. */
export interface RetryClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

const realClock: RetryClock = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
};

/**
 * Sends a request, and again while that is honest and within the policy. Never rejects: what was sent is returned,
 * at least one attempt, in order. An abort during a wait ends it with what there is.
 */
export async function sendWithRetry(
  client: WireClient,
  request: WireRequest,
  policy: RetryPolicy,
  signal?: AbortSignal,
  clock: RetryClock = realClock,
  options: SendOptions = {},
): Promise<readonly Attempt[]> {
  const first = await client.send(request, signal, options);
  const exchanges: Exchange[] = [first];
  let waitedMs = 0;
  let nextWait = 0;

  /** p-retry's own waits are off: they know neither Retry-After nor a budget, and sleep for real in tests. */
  const attempt = async () => {
    await clock.sleep(nextWait, signal).catch(endByAbort);
    waitedMs += nextWait;
    exchanges.push(await client.send(request, signal, options));
    if (planWait()) throw again;
  };
  const planWait = (): boolean => {
    const last = exchanges.at(-1);
    if (last === undefined || retryReason(last) === undefined) return false;
    const situation = { made: exchanges.length, waitedMs, now: clock.now(), random: clock.random() };
    const wait = retryWait(last, policy, situation);
    nextWait = wait ?? 0;
    return wait !== undefined;
  };

  // Nearly all requests are sent once, and need nothing of what follows.
  if (policy.attempts <= 1 || !planWait()) return [{ exchange: first }];
  try {
    await pRetry(attempt, { retries: Math.max(0, policy.attempts - 2), minTimeout: 0 });
  } catch (error) {
    // Out of attempts, or aborted while waiting: the exchanges speak for themselves.
    if (error !== again && signal?.aborted !== true) throw error;
  }
  return exchanges.map((exchange, index) => {
    const reason = index === exchanges.length - 1 ? undefined : retryReason(exchange);
    return reason === undefined ? { exchange } : { exchange, retried: reason };
  });
}

const again = new Error('to be sent again');

function endByAbort(error: Error): never {
  throw new AbortError(error);
}
