import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similar } from './similar.js';

const component = fc.double({ noNaN: true, min: -1, max: 1 }).filter((number) => Math.abs(number) > 1e-6);
const vector = fc.array(component, { minLength: 2, maxLength: 64 });

describe('similarity', () => {
  it('holds of a vector and itself, stretched or rounded', () => {
    fc.assert(
      fc.property(vector, fc.double({ noNaN: true, min: 0.1, max: 10 }), (one, by) => {
        expect(
          similar(
            one,
            one.map((number) => Math.fround(number * by)),
          ),
        ).toBe(true);
      }),
    );
  });

  it('fails of the opposite, and of one in another order', () => {
    fc.assert(
      fc.property(vector, (one) => {
        expect(
          similar(
            one,
            one.map((number) => -number),
          ),
        ).toBe(false);
      }),
    );
    expect(similar([1, 0, 0], [0, 1, 0])).toBe(false);
    expect(similar([1, 0.5], [0.5, 1])).toBe(false);
  });

  it('reads a vector of any length', () => {
    const long = Array.from({ length: 500_000 }, (_, index) => index);
    expect(similar(long, long)).toBe(true);
  });

  it.each([
    ['a shorter vector', [1, 2], [1]],
    ['nothing but zeros', [0, 0], [0, 0]],
    ['no numbers', [1, 2], [1, '2']],
    ['no list', [1, 2], 'AACAPw=='],
    ['empty lists', [], []],
  ])('fails of %s', (_, one, other) => {
    expect(similar(one, other)).toBe(false);
    expect(similar(other, one)).toBe(false);
  });
});
