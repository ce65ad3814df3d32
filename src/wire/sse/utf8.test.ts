import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyStream } from './testing/streams.js';
import { findUtf8Damage } from './utf8.js';

/** Bytes that make and break characters more often than chance would. */
const nearlyUtf8 = fc
  .array(
    fc.constantFrom(
      0x00,
      0x61,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbd,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf3,
      0xf4,
      0xf5,
      0xff,
    ),
    { maxLength: 12 },
  )
  .map((bytes) => Uint8Array.from(bytes));

it('counts a place for each U+FFFD that the platform decodes', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyUtf8, anyStream, fc.uint8Array()), (bytes) => {
      const { invalid, replacements, unfinishedAt } = findUtf8Damage(bytes, 0);
      const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const counted = invalid.count + replacements.count + (unfinishedAt === undefined ? 0 : 1);
      expect(counted).toBe(decoded.split('\uFFFD').length - 1);
    }),
    { numRuns: 3000 },
  );
});

it('finds the first damage where the text stops to be as sent', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyUtf8, fc.uint8Array()), (bytes) => {
      const { invalid, unfinishedAt } = findUtf8Damage(bytes, 0);
      const sound = invalid.count > 0 ? invalid.offset : (unfinishedAt ?? bytes.length);
      const strict = new TextDecoder('utf-8', { fatal: true });
      expect(() => strict.decode(bytes.subarray(0, sound))).not.toThrow();
      if (sound < bytes.length) expect(() => strict.decode(bytes)).toThrow(TypeError);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['an unfinished character', [0x61, 0xe2, 0x82], 1],
  ['the first byte of one', [0xf0], 0],
])('finds %s at the end', (_name, bytes, unfinishedAt) => {
  expect(findUtf8Damage(Uint8Array.from(bytes), 0).unfinishedAt).toBe(unfinishedAt);
});

it.each([
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['an overlong form', [0xe0, 0x80, 0x80]],
  ['a byte alone', [0x80]],
])('takes %s for malformed, though it ends the bytes', (_name, bytes) => {
  const { invalid, unfinishedAt } = findUtf8Damage(Uint8Array.from(bytes), 100);
  expect(invalid).toEqual({ count: bytes.length, offset: 100 });
  expect(unfinishedAt).toBeUndefined();
});

it('tells U+FFFD from its neighbours', () => {
  const bytes = Buffer.from('\uFFFC\uFFFE\uFFFD\uFFDD\uEFFD');
  expect(findUtf8Damage(bytes, 0)).toEqual({ invalid: { count: 0, offset: 0 }, replacements: { count: 1, offset: 6 } });
});
