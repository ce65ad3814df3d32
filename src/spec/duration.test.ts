import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationPattern, parseDuration, parseSize, sizePattern } from './duration.js';

describe('a duration', () => {
  it.each([
    ['500ms', 500],
    ['2s', 2000],
    ['1.5m', 90_000],
    ['0s', 0],
    ['0.5ms', 1],
    ['007s', 7000],
  ])('%s is %i milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', 's', '5 s', '-5s', '1e3s', '.5s', '5.s', '5h', '5S', '5constructor', '5toString', '5s ', '5s\n'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('a size', () => {
  it.each([
    ['512B', 512],
    ['64KiB', 65_536],
    ['1.5MiB', 1_572_864],
    ['1GiB', 1_073_741_824],
  ])('%s is %i bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(['5KB', '5kib', '5', '5s', '5valueOf'])('%j is none', (text) => {
    expect(parseSize(text)).toBeUndefined();
  });
});

describe('the pattern that a schema checks', () => {
  const near = fc.stringMatching(/^[0-9]{0,3}\.?[0-9]{0,2} ?(ms|s|m|h|B|KiB|MiB|GiB|)$/);

  it('takes what can be read, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        expect(new RegExp(durationPattern, 'u').test(text)).toBe(parseDuration(text) !== undefined);
        expect(new RegExp(sizePattern, 'u').test(text)).toBe(parseSize(text) !== undefined);
      }),
    );
  });
});
