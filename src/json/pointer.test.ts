import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeSegment, pathInWords, segmentsOf } from './pointer.js';

describe('a JSON Pointer', () => {
  it('gives back the keys that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (keys) => {
        expect(segmentsOf(keys.map((key) => `/${escapeSegment(key)}`).join(''))).toEqual(keys);
      }),
    );
  });

  it.each([
    ['', ''],
    ['/choices/0/message', 'choices[0].message'],
    ['/0/a~1b', '[0].a/b'],
  ])('%j reads %j', (pointer, words) => {
    expect(pathInWords(pointer)).toBe(words);
  });
});
