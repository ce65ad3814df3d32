import type { Place, Problem } from '../problem/index.js';
import { suggestion } from '../spec/index.js';

/** A word of the user's that had to be one of a closed list. */
export interface Word {
  readonly code: 'target.unknown-role' | 'target.unknown-api';
  readonly word: string;
  /** What the list holds: `a role of a workspace`. */
  readonly kind: string;
  readonly known: readonly string[];
  readonly place?: Place;
}

export function unknownWord({ code, word, kind, known, place }: Word): readonly Problem[] {
  if (known.includes(word)) return [];
  return [
    {
      code,
      message: `\`${word}\` is not ${kind}`,
      ...(place === undefined ? {} : { place }),
      fix: suggestion(word, known, `write one of: ${known.join(', ')}`),
    },
  ];
}
