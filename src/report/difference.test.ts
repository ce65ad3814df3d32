import { describe, expect, it } from 'vitest';
import type { Json } from '../json/index.js';
import { differenceOf } from './difference.js';

const linesOf = (expected: Json | undefined, found: Json | undefined) =>
  differenceOf({
    check: 'body',
    holds: false,
    message: '',
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
  }).map(({ side, text }) => `${{ expected: '-', found: '+', both: ' ', omitted: '~' }[side]} ${text}`);

describe('the difference of expected and found', () => {
  it('is one line each for what is short', () => {
    expect(linesOf([403, 404], 200)).toEqual(['- [ 403, 404 ]', '+ 200']);
    expect(linesOf({ a: 1 }, { a: '[ 1' })).toEqual(['- { "a": 1 }', '+ { "a": "[ 1" }']);
    expect(linesOf('404', 404)).toEqual(['- "404"', '+ 404']);
    expect(linesOf(null, '')).toEqual(['- null', '+ ""']);
  });

  it('shows the one side that there is, or nothing', () => {
    expect(linesOf(undefined, 'x')).toEqual(['+ "x"']);
    expect(linesOf(['x'], undefined)).toEqual(['- [ "x" ]']);
    expect(linesOf(undefined, undefined)).toEqual([]);
  });

  it('compares objects line by line, whatever the order of their keys, and leaves out what agrees', () => {
    const members = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`key${String(index).padStart(2, '0')}`, index]),
    );
    const found = Object.fromEntries(Object.entries({ ...members, key10: 'ten' }).reverse());
    expect(linesOf(members, found)).toEqual([
      '~ …',
      '    "key07": 7,',
      '    "key08": 8,',
      '    "key09": 9,',
      '-   "key10": 10,',
      '+   "key10": "ten",',
      '    "key11": 11,',
      '    "key12": 12,',
      '    "key13": 13,',
      '~ …',
    ]);
  });

  it('compares texts of several lines', () => {
    expect(linesOf('a\nb\nc\n', 'a\nx\nc\n')).toEqual(['  a', '- b', '+ x', '  c']);
  });

  it('stays small, and quick, for a megabyte', () => {
    const big = (letter: string) => Array.from({ length: 40_000 }, (_, index) => `${letter}${index} ${'y'.repeat(20)}`);
    const lines = [
      linesOf(big('a'), big('b')),
      linesOf(big('a').join('\n'), big('b').join('\n')),
      linesOf('x'.repeat(1e6), 'z'),
    ];
    for (const difference of lines) {
      expect(difference.length).toBeLessThanOrEqual(121);
      expect(difference.join('').length).toBeLessThan(300_000);
    }
  });
});
