import type { Json } from '../../json/index.js';
import { answerIn, type Received } from '../answered.js';

/** The counts of tokens, as far as the API states them. */
export function usageAspect(answer: Received): Json {
  const { input, output, total } = answerIn(answer)?.usage ?? {};
  const counts = Object.entries({ input, output, total }).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  );
  return counts.length === 0 ? null : Object.fromEntries(counts);
}
