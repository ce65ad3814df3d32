import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostPieces, noteArrivals } from './arrivals.js';
import type { ArrivedPiece } from './exchange.js';

function noted(pieces: readonly ArrivedPiece[]): readonly ArrivedPiece[] {
  const arrivals = noteArrivals();
  for (const { end, at } of pieces) arrivals.note(end, at);
  return arrivals.pieces();
}

/** Pieces with what comes between them: some bytes, some tenths of a millisecond. */
const anyPieces = fc.array(fc.tuple(fc.nat(50), fc.nat(40)), { maxLength: 60 }).map((steps) => {
  let last = piece(0, 0);
  return steps.map(([bytes, tenths]) => {
    last = piece(last.end + bytes, last.at + tenths / 10);
    return last;
  });
});

describe('the arrival of a body', () => {
  it('is noted by the millisecond, with the last byte of each', () => {
    expect(noted([piece(10, 4.2), piece(25, 4.9), piece(30, 5.0), piece(31, 7.5)])).toEqual([
      piece(25, 4.9),
      piece(30, 5.0),
      piece(31, 7.5),
    ]);
  });

  it('gives every byte a time less than a millisecond late', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const kept = noted(pieces);
        for (const { end, at } of pieces) {
          const found = kept.find((one) => one.end >= end && one.at >= at);
          expect(found?.at ?? Number.NaN).toBeLessThan(at + 1);
        }
        expect(kept.at(-1)).toEqual(pieces.at(-1));
      }),
    );
  });

  it('is bounded, and known to its end, however long it drips', () => {
    const drips = Array.from({ length: 20_000 }, (_, index) => piece(index + 1, index * 3));
    const kept = noted(drips);
    expect(kept.length).toBeLessThanOrEqual(mostPieces);
    expect(kept.length).toBeGreaterThan(mostPieces / 4);
    expect(kept.at(-1)).toEqual(drips.at(-1));
    const ends = kept.map(({ end }) => end);
    expect(ends).toEqual([...ends].sort((one, other) => one - other));
  });

  it('keeps a long silence apart in a stream that drips for long', () => {
    const drips = Array.from({ length: 10_000 }, (_, index) => piece(index + 1, index + (index < 5000 ? 0 : 60_000)));
    const gaps = noted(drips).map(({ at }, index, all) => at - (all[index - 1]?.at ?? at));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(60_000);
    expect(Math.max(...gaps)).toBeLessThan(60_100);
  });
});

function piece(end: number, at: number): ArrivedPiece {
  return { end, at };
}
