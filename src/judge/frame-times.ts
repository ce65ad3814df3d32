import type { ArrivedPiece, SseStream } from '../wire/index.js';

/**
 * When each frame had arrived whole, by its index, on the clock of the exchange. Shorter than the frames where that is
 * not known of the last ones.
 */
export function frameTimes({ frames }: SseStream, pieces: readonly ArrivedPiece[]): readonly number[] {
  const times: number[] = [];
  let next = 0;
  for (const { offset, bytes } of frames) {
    const end = offset + bytes.length;
    while ((pieces[next]?.end ?? end) < end) next += 1;
    const piece = pieces[next];
    if (piece === undefined) break;
    times.push(piece.at);
  }
  return times;
}
