import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireClient } from './client.js';
import type { Exchange, HeaderPair, WireRequest } from './exchange.js';
import type { WireFault, WireFaultCode } from './fault.js';
import { type RetryClock, sendWithRetry } from './retry.js';
import { type RetryPolicy, retryReason, retryWait } from './retry-policy.js';

const request: WireRequest = { method: 'POST', url: 'http://gateway.test/', headers: [] };
const policy: RetryPolicy = { attempts: 4, budgetMs: 10_000, minDelayMs: 100, maxDelayMs: 2000 };
const times = { startedAt: 0, end: 1 };

function answered(status: number, headers: readonly HeaderPair[] = []): Exchange {
  return { request, response: { status, headers, body: new Uint8Array() }, times };
}

function failed(code: WireFaultCode, beforeResponse = true, cause?: string): Exchange {
  const fault: WireFault = { code, message: code, beforeResponse, ...(cause === undefined ? {} : { cause }) };
  return { request, fault, times };
}

/** Answers with the script in order; the last one stays. */
function scripted(...script: readonly Exchange[]): WireClient & { readonly sent: () => number } {
  let sent = 0;
  return {
    send: () => Promise.resolve(script[Math.min(sent++, script.length - 1)] as Exchange),
    close: () => Promise.resolve(),
    sent: () => sent,
  };
}

function stoppedClock(): RetryClock & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => 0,
    random: () => 0,
    sleep: (milliseconds, signal) => {
      if (signal?.aborted === true) return Promise.reject(new Error('aborted'));
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
}

describe('sending with retry', () => {
  it('sends once what is answered', async () => {
    const client = scripted(answered(500));
    const attempts = await sendWithRetry(client, request, policy, undefined, stoppedClock());
    expect(attempts).toEqual([{ exchange: answered(500) }]);
    expect(client.sent()).toBe(1);
  });

  it('names why each attempt but the last was followed by another', async () => {
    const client = scripted(answered(429), failed('reset'), answered(503), answered(200));
    const attempts = await sendWithRetry(client, request, policy, undefined, stoppedClock());
    expect(attempts.map(({ retried }) => retried)).toEqual(['429', 'reset', '503', undefined]);
    expect(attempts.at(-1)?.exchange).toEqual(answered(200));
  });

  it('sends every attempt with the same options', async () => {
    const asked: unknown[] = [];
    const client: WireClient = {
      ...scripted(answered(503)),
      send: (_request, _signal, options) => {
        asked.push(options);
        return Promise.resolve(answered(503));
      },
    };
    await sendWithRetry(client, request, { ...policy, attempts: 2 }, undefined, stoppedClock(), {
      abortAfterFrames: 3,
    });
    expect(asked).toEqual([{ abortAfterFrames: 3 }, { abortAfterFrames: 3 }]);
  });

  it('waits longer each time, up to the longest delay', async () => {
    const clock = stoppedClock();
    await sendWithRetry(scripted(answered(503)), request, { ...policy, attempts: 7 }, undefined, clock);
    expect(clock.waits).toEqual([100, 200, 400, 800, 1600, 2000]);
  });

  it('waits as long as it is asked to', async () => {
    const clock = stoppedClock();
    const asked = answered(429, [['Retry-After', '3']]);
    await sendWithRetry(scripted(asked, answered(200)), request, policy, undefined, clock);
    expect(clock.waits).toEqual([3000]);
  });

  it('stops at once when the wait would pass the budget, and marks nothing as sent again', async () => {
    const clock = stoppedClock();
    const asked = answered(429, [['Retry-After', '4']]);
    const attempts = await sendWithRetry(scripted(asked), request, policy, undefined, clock);
    expect(clock.waits).toEqual([4000, 4000]);
    expect(attempts.map(({ retried }) => retried)).toEqual(['429', '429', undefined]);
  });

  it('never sends more often than the policy says', async () => {
    const client = scripted(failed('refused'));
    await sendWithRetry(client, request, policy, undefined, stoppedClock());
    expect(client.sent()).toBe(4);
    const once = scripted(failed('refused'));
    await sendWithRetry(once, request, { ...policy, attempts: 1 }, undefined, stoppedClock());
    expect(once.sent()).toBe(1);
  });

  it('returns what there is when it is aborted during a wait', async () => {
    const controller = new AbortController();
    const client = scripted(answered(429));
    const abortsWhenAsked = () => {
      controller.abort();
      return 0;
    };
    const clock = { ...stoppedClock(), now: abortsWhenAsked };
    const attempts = await sendWithRetry(client, request, policy, controller.signal, clock);
    expect(attempts).toEqual([{ exchange: answered(429) }]);
  });

  it('reports an attempt even when it is aborted before', async () => {
    const attempts = await sendWithRetry(
      scripted(failed('aborted')),
      request,
      policy,
      AbortSignal.abort(),
      stoppedClock(),
    );
    expect(attempts).toEqual([{ exchange: failed('aborted') }]);
  });

  it('does not hide an error that is a mistake in the program', async () => {
    const broken: WireClient = { send: () => Promise.reject(new Error('broken')), close: () => Promise.resolve() };
    await expect(sendWithRetry(broken, request, policy, undefined, stoppedClock())).rejects.toThrow('broken');
  });
});

describe('the reason to send again', () => {
  it.each(['refused', 'reset', 'connect-timeout'] as const)('is %s before a response, and only then', (code) => {
    expect(retryReason(failed(code))).toBe(code);
    expect(retryReason(failed(code, false))).toBeUndefined();
  });

  it('is a name that cannot be resolved now, not one that does not exist', () => {
    expect(retryReason(failed('dns', true, 'EAI_AGAIN'))).toBe('dns');
    expect(retryReason(failed('dns', true, 'ENOTFOUND'))).toBeUndefined();
  });

  it.each([
    'tls',
    'proxy',
    'aborted',
    'malformed',
    'transport',
    'head-timeout',
    'idle-timeout',
    'total-timeout',
    'body-too-large',
    'head-too-large',
  ] as const)('is never %s', (code) => {
    expect(retryReason(failed(code))).toBeUndefined();
  });

  it('is 429 and 503, no other status, and none with a fault beside it', () => {
    const statuses = Array.from({ length: 400 }, (_, index) => 200 + index);
    expect(statuses.filter((status) => retryReason(answered(status)) !== undefined)).toEqual([429, 503]);
    expect(retryReason({ ...answered(429), ...failed('idle-timeout', false) })).toBeUndefined();
  });
});

it('never waits less than asked, nor beyond the budget', () => {
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.nat(15_000),
      fc.integer({ min: 1, max: 10 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seconds, waitedMs, made, random) => {
        const exchange = answered(429, [['retry-after', String(seconds)]]);
        const wait = retryWait(exchange, policy, { made, waitedMs, now: 0, random });
        const left = policy.budgetMs - waitedMs;
        if (wait === undefined) {
          expect(Math.max(seconds * 1000, policy.minDelayMs)).toBeGreaterThan(left);
        } else {
          expect(wait).toBeGreaterThanOrEqual(seconds * 1000);
          expect(wait).toBeLessThanOrEqual(left);
        }
      },
    ),
  );
});
