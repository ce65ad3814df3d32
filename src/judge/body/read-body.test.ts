import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepestNesting } from './nesting.js';
import { readBody, readLeniently, whyNotJson } from './read-body.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (levels: number) => bytes('['.repeat(levels) + ']'.repeat(levels));
const reasonOf = (body: Uint8Array, encoding?: string) => {
  const reading = readBody(body, encoding);
  return reading.kind === 'json' ? undefined : whyNotJson(reading);
};

describe('reading a body', () => {
  it('gives any JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readBody(bytes(JSON.stringify(value)))).toEqual({
          kind: 'json',
          value: JSON.parse(JSON.stringify(value)),
        });
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (body) => {
        expect(['json', 'empty', 'html', 'text', 'unreadable']).toContain(readBody(body).kind);
        readLeniently(body);
      }),
    );
  });

  it.each([
    ['nothing', bytes(''), 'is empty'],
    ['a page', bytes('\n<!DOCTYPE html><p>'), 'is HTML'],
    ['a bare text', bytes('Invalid Token'), 'is not JSON: "Invalid Token"'],
    ['JSON that was cut off', bytes(`{"a":"${'x'.repeat(80)}`), /^is not JSON: it begins with .* and ends with/],
    ['two values', bytes('{}{}'), 'is not JSON: "{}{}"'],
    ['a byte order mark', bytes('\uFEFF{}'), /byte order mark/],
    ['another charset', new Uint8Array([0x22, 0xe4, 0x22]), 'is not UTF-8'],
    ['a surrogate on its own', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 'is not UTF-8'],
  ])('says why %s is no JSON', (_, body, reason) => {
    expect(reasonOf(body)).toMatch(reason);
  });

  it('does not read a body whose encoding nobody asked for', () => {
    expect(reasonOf(bytes('{}'), 'gzip')).toContain('encoded (gzip)');
    expect(reasonOf(bytes('{}'), 'identity')).toBeUndefined();
  });

  it('reads lists in lists up to a depth, and stops before anything overflows', () => {
    expect(reasonOf(nested(deepestNesting))).toBeUndefined();
    expect(reasonOf(nested(deepestNesting + 1))).toContain('nested deeper');
    expect(reasonOf(nested(100_000))).toContain('nested deeper');
    expect(reasonOf(bytes('{"a":'.repeat(100_000)))).toContain('nested deeper');
  });

  it('does not count brackets inside strings', () => {
    expect(reasonOf(bytes(JSON.stringify('[\\"{'.repeat(1000))))).toBeUndefined();
  });
});

describe('reading leniently', () => {
  it.each([
    ['behind a byte order mark', bytes('\uFEFF{"a":1}')],
    ['inside a JSON string', bytes(JSON.stringify('{"a":1}'))],
  ])('finds JSON %s', (_, body) => {
    expect(readLeniently(body)).toEqual({ a: 1 });
  });

  it('finds JSON in another charset', () => {
    expect(readLeniently(Buffer.from('{"a":"\xe4"}', 'latin1'))).toEqual({ a: '\uFFFD' });
  });

  it('finds none in a text', () => {
    expect(readLeniently(bytes('Invalid Token'))).toBeUndefined();
  });
});
