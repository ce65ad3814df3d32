import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBucket } from './bucket.js';

describe('a bucket', () => {
  it('gives what it holds at once, then as fast as it fills, in the order of the asking', () => {
    const bucket = createBucket(2, 2, () => 0);
    expect([1, 1, 1, 1].map((amount) => bucket.take(amount))).toEqual([0, 0, 500, 1_000]);
  });

  it('holds no more than its capacity, however long nobody came', () => {
    let now = 0;
    const bucket = createBucket(2, 2, () => now);
    now = 1_000_000;
    expect([1, 1, 1].map((amount) => bucket.take(amount))).toEqual([0, 0, 500]);
  });

  it('lets even what is larger than itself through, in the time that it takes to fill', () => {
    const bucket = createBucket(60, 1, () => 0);
    expect(bucket.take(120)).toBe(60_000);
  });

  it('takes back what was not used', () => {
    const bucket = createBucket(100, 1, () => 0);
    bucket.take(100);
    bucket.giveBack(90);
    expect(bucket.take(80)).toBe(0);
  });

  it('never gives more in a time than it holds and fills with', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ pause: fc.nat(500), amount: fc.integer({ min: 1, max: 20 }) }), { maxLength: 50 }),
        (asks) => {
          let now = 0;
          const bucket = createBucket(10, 5, () => now);
          const used = asks.map(({ pause, amount }) => {
            now += pause;
            return { at: now + bucket.take(amount), amount };
          });
          for (const { at: until } of used) {
            const sum = used.filter(({ at }) => at <= until).reduce((total, { amount }) => total + amount, 0);
            expect(sum).toBeLessThanOrEqual(10 + (until / 1_000) * 5 + 1e-6);
          }
        },
      ),
    );
  });
});
