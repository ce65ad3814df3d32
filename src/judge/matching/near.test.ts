import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { near } from './near.js';

describe('nearness', () => {
  it('holds of what a 32 bit float leaves of numbers', () => {
    const numbers = fc.array(fc.array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(numbers, (lists) => {
        expect(
          near(
            lists,
            lists.map((list) => list.map((number) => Math.fround(number + 1e-9))),
          ),
        ).toBe(true);
      }),
    );
  });

  it('fails for any number that is farther away', () => {
    const number = fc.float({ noNaN: true, min: -1, max: 1 });
    const step = fc.double({ noNaN: true, min: 1.1e-6, max: 1 });
    fc.assert(
      fc.property(number, step, (one, by) => {
        expect(near([one], [one + by])).toBe(false);
      }),
    );
  });
});
