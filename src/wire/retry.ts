import { setTimeout as sleep } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import { type Admission, addWaits, type Waits } from './admission.js';
import type { SendOptions, WireClient } from './client.js';
import type { Exchange, WireRequest } from './exchange.js';
import { type RetryPolicy, retryReason, retryWait } from './retry-policy.js';

/** One sending of a request. `retried` says why another one followed: `429`, `503`, or the code of the fault. */
export interface Attempt {
  readonly exchange: Exchange;
  readonly retried?: string;
  /** How long it was held back; left out when it was not. */
  readonly waits?: Waits;
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

export interface RetryOptions extends SendOptions {
  /** Asked before each attempt. Without it, every attempt is sent when its own wait is over. */
  readonly admission?: Admission;
}

const realClock: RetryClock = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
};

/**
 * Sends a request, and again while that is honest and within the policy. Never rejects: what was sent is returned, in
 * order; nothing only when the admission refused the first attempt. An abort during a wait ends it with what there is.
 */
export async function sendWithRetry(
  client: WireClient,
  request: WireRequest,
  policy: RetryPolicy,
  signal?: AbortSignal,
  clock: RetryClock = realClock,
  { admission, ...options }: RetryOptions = {},
): Promise<readonly Attempt[]> {
  const sent: Sent[] = [];
  let waitedMs = 0;
  let nextWait = 0;

  const send = async (waits: Waits): Promise<boolean> => {
    const entry = await admission?.enter(policy.budgetMs - waitedMs, signal);
    if (entry?.admitted === false) return false;
    waitedMs += entry?.waits.quota ?? 0;
    const exchange = await client.send(request, signal, options);
    admission?.leave(exchange);
    sent.push({ exchange, waits: addWaits(waits, entry?.waits ?? {}) });
    return true;
  };
  /** p-retry's own waits are off: they know neither Retry-After nor a budget, and sleep for real in tests. */
  const attempt = async () => {
    await clock.sleep(nextWait, signal).catch(endByAbort);
    waitedMs += nextWait;
    if ((await send(waitAfter(sent.at(-1), nextWait))) && planWait()) throw again;
  };
  const planWait = (): boolean => {
    const last = sent.at(-1)?.exchange;
    if (last === undefined || retryReason(last) === undefined) return false;
    const situation = { made: sent.length, waitedMs, now: clock.now(), random: clock.random() };
    const wait = retryWait(last, policy, situation);
    nextWait = wait ?? 0;
    return wait !== undefined;
  };

  await send({});
  // Nearly all requests are sent once, and need nothing of what follows.
  if (policy.attempts <= 1 || !planWait()) return sent.map(toAttempt);
  try {
    await pRetry(attempt, { retries: Math.max(0, policy.attempts - 2), minTimeout: 0 });
  } catch (error) {
    // Out of attempts, or aborted while waiting: the exchanges speak for themselves.
    if (error !== again && signal?.aborted !== true) throw error;
  }
  return sent.map(toAttempt);
}

interface Sent {
  readonly exchange: Exchange;
  readonly waits: Waits;
}

function toAttempt({ exchange, waits }: Sent, index: number, all: readonly Sent[]): Attempt {
  const retried = index === all.length - 1 ? undefined : retryReason(exchange);
  return {
    exchange,
    ...(retried === undefined ? {} : { retried }),
    ...(Object.keys(waits).length === 0 ? {} : { waits }),
  };
}

/** A wait after a 429 is one for quota. */
function waitAfter(before: Sent | undefined, milliseconds: number): Waits {
  const refused = before?.exchange.response?.status === 429;
  return addWaits({}, refused ? { quota: milliseconds } : { retry: milliseconds });
}

const again = new Error('to be sent again');

function endByAbort(error: Error): never {
  throw new AbortError(error);
}
