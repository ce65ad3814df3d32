import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftsOf } from './drift.js';

describe('the drifts of an observed behaviour', () => {
  it('are the aspects that differ, appeared or went away', () => {
    const accepted = { status: 404, 'error code': 'NOT_FOUND', gone: true };
    expect(driftsOf(accepted, { status: 403, 'error code': 'NOT_FOUND', new: null })).toEqual([
      { aspect: 'gone', accepted: true, found: undefined },
      { aspect: 'new', accepted: undefined, found: null },
      { aspect: 'status', accepted: 404, found: 403 },
    ]);
  });

  it('are none when only the order of keys differs', () => {
    expect(driftsOf({ shape: { a: 1, b: { c: 2, d: 3 } } }, { shape: { b: { d: 3, c: 2 }, a: 1 } })).toEqual([]);
  });

  it('are none between a behaviour and itself', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const observed = value as Parameters<typeof driftsOf>[0];
        expect(driftsOf(observed, structuredClone(observed))).toEqual([]);
      }),
    );
  });

  it('tell the order of a list', () => {
    expect(driftsOf({ events: ['a', 'b'] }, { events: ['b', 'a'] })).toHaveLength(1);
  });
});
