import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened, visible, visibleLine } from './visible.js';

describe('making text visible', () => {
  it('shows what would act', () => {
    expect(visible('a\0b\u001b[31mc\u007f\u009b\r\u202ed\u2028\ud800\ufffe\u{1ffff}')).toBe(
      'a\\u0000b\\u001b[31mc\\u007f\\u009b\\u000d\\u202ed\\u2028\\ud800\\ufffe\\u{1ffff}',
    );
  });

  it('leaves what is only read: tabs, line feeds, emoji, letters of any script', () => {
    const text = 'tab\tline\nemoji 👋🏽 👨‍👩‍👧 é שלום';
    expect(visible(text)).toBe(text);
  });

  it('gives text that XML 1.0 and terminals take as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // https://www.w3.org/TR/xml/#charsets, less the characters that terminals obey
        expect(visible(text)).toMatch(/^[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });

  it('makes one line of many', () => {
    expect(visibleLine(' a \r\n\tb\u2028c ')).toBe('a b c');
  });
});

describe('shortening text', () => {
  it('keeps what fits, and never half a character', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('ab…');
    expect(shortened('a👋👋', 3)).toBe('a…');
  });
});
