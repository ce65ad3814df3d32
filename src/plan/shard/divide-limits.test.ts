import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cost } from '../cost.js';
import { smallTarget } from '../testing/small-target.js';
import { divideRates, divideTotals } from './divide-limits.js';

const { limits } = smallTarget;
const shardsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
const counts = fc.integer({ min: 1, max: 50 });
const cost = (requests: number, tokens: number): Cost => ({ requests, inputTokens: tokens, outputTokens: tokens });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('limits on how fast a run goes', () => {
  it('are divided among the shards', () => {
    const divided = divideRates({ ...limits, requestsPerSecond: 4, tokensPerMinute: 600 }, { index: 3, count: 4 });
    expect(divided).toMatchObject({
      ok: true,
      value: { requestsPerSecond: 1, tokensPerMinute: 150, concurrency: 1, retryBudgetMs: limits.retryBudgetMs },
    });
  });

  it('never add up to more than the whole, and none is 0', () => {
    const rate = fc.double({ min: 0.01, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), rate, rate, counts, (concurrency, perSecond, perMinute, count) => {
        const whole = { ...limits, concurrency, requestsPerSecond: perSecond, tokensPerMinute: perMinute };
        const divided = shardsOf(count).map((shard) => divideRates(whole, shard));
        // Either there is enough for all, or every shard says that there is not.
        expect(new Set(divided.map(({ ok }) => ok))).toEqual(new Set([concurrency >= count]));
        const parts = divided.flatMap((result) => (result.ok ? [result.value] : []));
        for (const part of parts) {
          expect(part.concurrency).toBeGreaterThanOrEqual(1);
          expect(part.requestsPerSecond).toBeGreaterThan(0);
          expect(part.tokensPerMinute).toBeGreaterThan(0);
        }
        if (parts.length === 0) return;
        expect(sum(parts.map((part) => part.concurrency))).toBe(concurrency);
        expect(sum(parts.map((part) => part.requestsPerSecond ?? 0))).toBeLessThanOrEqual(perSecond * (1 + 1e-9));
        expect(sum(parts.map((part) => part.tokensPerMinute ?? 0))).toBeLessThanOrEqual(perMinute * (1 + 1e-9));
      }),
    );
  });

  it('say when they are too small to be divided', () => {
    expect(divideRates({ ...limits, concurrency: 4 }, { index: 2, count: 8 })).toEqual({
      ok: false,
      problems: [
        {
          code: 'shard.limit-too-small',
          message: 'the limit of 4 at once (concurrency, --jobs) is too small to be divided among 8 shards',
          fix: 'divide the run into 4 shards at most, or allow more',
        },
      ],
    });
  });

  it('that nobody chose leave one request at a time to each', () => {
    const divided = divideRates({ ...limits, concurrency: 4, concurrencyAssumed: true }, { index: 2, count: 8 });
    expect(divided).toMatchObject({ ok: true, value: { concurrency: 1 } });
  });
});

describe('what a run may spend in all', () => {
  it('is enough for every shard when it is enough for the plan, and is never exceeded', () => {
    const parts = fc.array(fc.tuple(fc.nat(10_000), fc.nat(10 ** 7)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.nat(10 ** 6), fc.nat(10 ** 11), (costs, moreRequests, moreTokens) => {
        const whole = cost(sum(costs.map(([requests]) => requests)), sum(costs.map(([, tokens]) => tokens)));
        const budget = {
          ...limits,
          totalRequests: whole.requests + moreRequests,
          totalTokens: 2 * whole.inputTokens + moreTokens,
        };
        const shards = costs.map(([requests, tokens], index) => {
          const part = cost(requests, tokens);
          const divided = divideTotals(budget, part, whole, { index: index + 1, count: costs.length });
          if (!divided.ok) throw new Error('what is enough for the plan is enough for its shards');
          expect(divided.value.totalRequests).toBeGreaterThanOrEqual(requests);
          expect(divided.value.totalTokens).toBeGreaterThanOrEqual(2 * tokens);
          return divided.value;
        });
        expect(sum(shards.map(({ totalRequests = 0 }) => totalRequests))).toBeLessThanOrEqual(budget.totalRequests);
        expect(sum(shards.map(({ totalTokens = 0 }) => totalTokens))).toBeLessThanOrEqual(budget.totalTokens);
      }),
    );
  });

  it('is told when it leaves a shard with nothing to spend that has something to send', () => {
    const whole = cost(800, 0);
    const divided = divideTotals({ ...limits, totalRequests: 5 }, cost(100, 0), whole, { index: 1, count: 8 });
    const message = 'the limit of 5 requests in all is too small to be divided among 8 shards';
    expect(divided).toMatchObject({ ok: false, problems: [{ code: 'shard.limit-too-small', message }] });
    const empty = divideTotals({ ...limits, totalRequests: 5 }, cost(0, 0), whole, { index: 1, count: 8 });
    expect(empty).toMatchObject({ ok: true, value: { totalRequests: 0 } });
  });

  it('is not limited where the whole is not', () => {
    expect(divideTotals(limits, cost(1, 1), cost(2, 2), { index: 1, count: 2 })).toEqual({ ok: true, value: limits });
  });
});
