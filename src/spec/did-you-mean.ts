import { distance } from 'fastest-levenshtein';

/** The candidate that the user most likely meant, if any is near enough to be worth saying. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Two letters of three exchanged are another word.
  const farthest = word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let bestDistance = farthest + 1;
  for (const candidate of candidates) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** What to write instead of an unknown word: the one that was likely meant, or what is said otherwise. */
export function suggestion(word: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = didYouMean(word, candidates);
  return meant === undefined ? otherwise : `did you mean \`${meant}\`?`;
}
