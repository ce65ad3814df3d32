import type { ArrivedPiece } from './exchange.js';

/** Notes when the pieces of a body arrive. */
export interface Arrivals {
  /** `end`: how many bytes there are by now. `at`: milliseconds, never less than before. */
  note(end: number, at: number): void;
  pieces(): readonly ArrivedPiece[];
}

/** Far more than models send events in, and little enough for a journal. */
export const mostPieces = 2048;

/**
 * What comes in the same millisecond is one piece. Where that makes too many, it is what comes in the same two
 * milliseconds, four, eight …: a stream that drips for long is known less exactly, and to its end.
 */
export function noteArrivals(): Arrivals {
  let grain = 1;
  let pieces: ArrivedPiece[] = [];

  function add(piece: ArrivedPiece): void {
    const last = pieces.at(-1);
    const together = last !== undefined && Math.floor(last.at / grain) === Math.floor(piece.at / grain);
    if (together) pieces[pieces.length - 1] = piece;
    else pieces.push(piece);
  }

  return {
    note(end, at) {
      add({ end, at });
      while (pieces.length > mostPieces) {
        const finer = pieces;
        grain *= 2;
        pieces = [];
        for (const piece of finer) add(piece);
      }
    },
    pieces: () => pieces,
  };
}
