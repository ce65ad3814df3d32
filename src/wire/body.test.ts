import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectBody } from './body.js';

it('holds all pieces in order, or the first bytes up to the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), fc.nat(300), (pieces, limit) => {
      const body = collectBody(limit);
      const whole = Buffer.concat(pieces);
      let fits = true;
      for (const piece of pieces) fits = fits && body.add(Uint8Array.from(piece));
      expect(fits).toBe(whole.length <= limit);
      expect(Buffer.from(body.bytes())).toEqual(whole.subarray(0, limit));
    }),
  );
});

it('never writes into a piece that it was given', () => {
  const slab = Buffer.from('first, and what follows it in the same memory');
  const body = collectBody(1000);
  body.add(slab.subarray(0, 5));
  body.add(Buffer.from(' second'));
  expect(Buffer.from(body.bytes()).toString()).toBe('first second');
  expect(slab.toString()).toBe('first, and what follows it in the same memory');
});
