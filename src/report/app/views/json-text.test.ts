import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTokens } from './json-text.js';

describe('taking JSON apart', () => {
  it('tells keys, texts, numbers and words apart', () => {
    const tokens = jsonTokens('{"a": "b:\\"c", "d": [-1.5e3, true, null]}').filter(({ kind }) => kind !== 'mark');
    expect(tokens).toEqual([
      { kind: 'key', text: '"a"' },
      { kind: 'text', text: '"b:\\"c"' },
      { kind: 'key', text: '"d"' },
      { kind: 'number', text: '-1.5e3' },
      { kind: 'word', text: 'true' },
      { kind: 'word', text: 'null' },
    ]);
  });

  it('leaves no character out, of JSON or of anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(
          jsonTokens(text)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
