import type { Place, Problem } from '../problem/index.js';
import { didYouMean } from '../spec/index.js';

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
  const meant = didYouMean(word, known);
  return [
    {
      code,
      message: `\`${word}\` is not ${kind}`,
      ...(place === undefined ? {} : { place }),
      fix: meant === undefined ? `write one of: ${known.join(', ')}` : `did you mean \`${meant}\`?`,
    },
  ];
}
