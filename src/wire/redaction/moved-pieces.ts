import type { ArrivedPiece } from '../exchange.js';
import type { Range } from './find-secrets.js';

/**
 * When the bytes arrived that stand in place of others: each range, in order and apart, has become a mark of this
 * length. A piece that ended within a range ends behind the mark.
 */
export function movedPieces(
  pieces: readonly ArrivedPiece[],
  ranges: readonly Range[],
  markLength: number,
): readonly ArrivedPiece[] {
  let passed = 0;
  let shift = 0;
  return pieces.map(({ end, at }) => {
    for (let range = ranges[passed]; range !== undefined && range[0] < end; range = ranges[passed]) {
      passed += 1;
      shift += markLength - (range[1] - range[0]);
    }
    const [, to] = ranges[passed - 1] ?? [0, 0];
    return { end: Math.max(end, to) + shift, at };
  });
}
