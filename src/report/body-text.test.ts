import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyText } from './body-text.js';

const shown = (text: string, most = 1000) => bodyText({ kind: 'text', text, bytes: Buffer.byteLength(text) }, most);

describe('showing a body', () => {
  it('indents JSON', () => {
    expect(shown('{"a":[1,{"b":"c: {d}, e"}],"f":{},"g":[]}').text).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": "c: {d}, e"\n    }\n  ],\n  "f": {},\n  "g": []\n}',
    );
  });

  it('changes nothing but white space: not numbers, not escapes, not repeated keys', () => {
    const text = '{"id":12345678901234567890,"id":1.0,"e":1E2,"s":"\\u001b \\" \\\\"}';
    expect(shown(text).text.replace(/\n\s*|(?<=:) /g, '')).toBe(text);
    expect(shown(text).caption).toBe('63 bytes of JSON');
  });

  it('means the same as JSON as before', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(shown(text, 1e9).text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('leaves other text as it is', () => {
    expect(shown('data: {"a":1}\n\n')).toEqual({ text: 'data: {"a":1}\n\n', caption: '15 bytes of text' });
    expect(shown('{"a":').caption).toBe('5 bytes of text');
  });

  it('says what is not shown', () => {
    expect(shown('x'.repeat(20), 10)).toEqual({
      text: 'xxxxxxxxx…',
      caption: '20 bytes of text; the first 10 characters shown; the journal keeps more',
    });
    expect(bodyText({ kind: 'text', text: '{"a"', bytes: 999_999, cut: true }, 100).caption).toBe(
      '976.6 KiB of text; cut: the journal keeps no more of it',
    );
  });

  it('ends where nobody looks, in a body that is nested deep', () => {
    const { text, caption } = shown('['.repeat(100_000) + ']'.repeat(100_000));
    expect(text.startsWith('[\n  [\n    [')).toBe(true);
    expect(text).toHaveLength(1000);
    expect(caption).toBe('195.3 KiB of JSON; the first 1000 characters shown; the journal keeps more');
  });

  it('shows bytes as hexadecimal', () => {
    const bytes = Buffer.alloc(300, 0xab);
    const { text, caption } = bodyText({ kind: 'binary', base64: bytes.toString('base64'), bytes: 300 }, 1000);
    expect(text.split('\n')).toHaveLength(8);
    expect(text.split('\n')[0]).toBe(Array(32).fill('ab').join(' '));
    expect(caption).toBe('300 bytes that are not UTF-8; the first 256 bytes as hexadecimal');
  });
});
