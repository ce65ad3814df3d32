import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens.js';

describe('tokens', () => {
  it.each([
    ['', []],
    ['Hello!', ['Hello', '!']],
    ['Say hello.', ['Say', ' hello', '.']],
    ['assistant', ['assist', 'ant']],
    ['a  b\n', ['a', ' ', ' b', '\n']],
    ['größte 🙂', ['größte', ' 🙂']],
  ])('of %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('put together are the text, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tokensOf(text).join('') === text));
    expect(tokensOf('\ud83d lone').join('')).toBe('\ud83d lone');
  });
});
