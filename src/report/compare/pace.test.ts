import { describe, expect, it } from 'vitest';
import { exchangeEvent, finishedEvent, journalOf, plannedEvent } from '../../journal/testing/make-events.js';
import { comparedRunOf } from './compared-run.js';
import { paceOf, type TimedPair } from './pace.js';

const pairs = (times: readonly (readonly [number, number])[]): TimedPair[] =>
  times.map(([wasMs, isMs], index) => ({ id: `case-${index}`, wasMs, isMs }));
const steady = Array.from({ length: 20 }, (_, index) => [1_000, 900 + index * 10] as const);

describe('what is slower', () => {
  it('took more than twice as long and half a second more', () => {
    expect(paceOf(pairs([...steady, [1_000, 2_600]])).slower).toEqual([{ id: 'case-20', wasMs: 1_000, isMs: 2_600 }]);
    expect(paceOf(pairs([...steady, [1_000, 1_900]])).slower).toEqual([]);
    expect(paceOf(pairs([...steady, [10, 400]])).slower).toEqual([]);
  });

  it('stands out of the others: on a slow day nothing does, and the day is told', () => {
    const slowDay = Array.from({ length: 20 }, (_, index) => [1_000, 2_500 + index * 100] as const);
    expect(paceOf(pairs(slowDay))).toEqual({ slower: [], pace: expect.closeTo(3.45, 1) });
    expect(paceOf(pairs([...slowDay, [1_000, 30_000]])).slower.map(({ id }) => id)).toEqual(['case-20']);
  });

  it('is told of a few instances without a word on the whole', () => {
    expect(paceOf(pairs([[1_000, 5_000]]))).toEqual({ slower: [{ id: 'case-0', wasMs: 1_000, isMs: 5_000 }] });
    expect(paceOf([])).toEqual({ slower: [] });
  });

  it('says nothing of a whole that differs by milliseconds', () => {
    expect(paceOf(pairs(Array.from({ length: 20 }, () => [1, 9] as const)))).toEqual({ slower: [] });
  });

  it('begins with the largest difference', () => {
    const { slower } = paceOf(pairs([...steady, [1_000, 5_000], [1_000, 9_000]]));
    expect(slower.map(({ isMs }) => isMs)).toEqual([9_000, 5_000]);
  });

  it('leaves waits out, and what cannot be told', () => {
    const took = (waits: number, over: { at?: number } = {}) =>
      comparedRunOf(
        journalOf([
          plannedEvent('a'),
          ...(over.at === undefined ? [{ event: 'started' as const, instance: 'a', at: 1 }] : []),
          exchangeEvent('a', { waits: { quota: waits } }),
          finishedEvent('a', 'passed', { durationMs: 5_000 }),
        ]),
        'a',
      ).instances[0]?.tookMs;
    expect(took(4_000)).toBe(1_000);
    expect(took(6_000)).toBeUndefined();
    expect(took(0, { at: 0 })).toBeUndefined();
  });
});
