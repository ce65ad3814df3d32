import type { Range, SecretFinder } from './find-secrets.js';
import { joinedTexts, type TextPiece } from './joined-texts.js';

/**
 * The parts of secrets that came in pieces: over the deltas of a stream, the blocks of an answer, the frames of plain
 * data. Whoever reads the answer joins them.
 */
export function splitSecrets(view: string, find: SecretFinder): readonly Range[] {
  return joinedTexts(view).flatMap((pieces) =>
    placesOf(find(pieces.map(({ from, to }) => view.slice(from, to)).join('')), pieces),
  );
}

/** Ranges of the joined text, in order, as ranges of what it was joined from. */
function placesOf(ranges: readonly Range[], pieces: readonly TextPiece[]): readonly Range[] {
  const places: Range[] = [];
  let joined = 0;
  let next = 0;
  for (const { from, to } of pieces) {
    const end = joined + to - from;
    while ((ranges[next]?.[1] ?? end) < joined) next += 1;
    for (let at = next; at < ranges.length; at += 1) {
      const [rangeFrom, rangeTo] = ranges[at] as Range;
      if (rangeFrom >= end) break;
      const [first, last] = [Math.max(rangeFrom, joined), Math.min(rangeTo, end)];
      if (first < last) places.push([from + first - joined, from + last - joined]);
    }
    joined = end;
  }
  return places;
}
