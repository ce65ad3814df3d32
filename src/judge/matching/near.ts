import type { Json } from '../../json/index.js';
import { isList } from '../words.js';

/** What a 32 bit float may lose of a number between -1 and 1, rounded up. */
export const farthest = 1e-6;

/** Whether two numbers, or lists of them, are the same but for rounding. */
export function near(expected: Json, found: Json): boolean {
  if (typeof expected === 'number') return typeof found === 'number' && Math.abs(expected - found) <= farthest;
  if (!isList(expected) || !isList(found) || expected.length !== found.length) return false;
  return expected.every((item, index) => near(item, found[index] as Json));
}
