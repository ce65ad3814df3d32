import type { Json } from '../../json/index.js';
import { isList } from '../words.js';

/**
 * Models round differently from one batch to the next, so a text's vector is the same only roughly. Vectors of two
 * texts that have nothing in common are farther apart than this on every model.
 */
export const leastCosine = 0.99;

/** Whether two vectors have as many numbers and point in almost the same direction. One of zeros points nowhere. */
export function similar(expected: Json, found: Json): boolean {
  if (!isVector(expected) || !isVector(found) || expected.length !== found.length) return false;
  const lengths = Math.sqrt(product(expected, expected)) * Math.sqrt(product(found, found));
  return lengths > 0 && product(expected, found) / lengths >= leastCosine;
}

/** Summed up one by one: a gateway may send more numbers than a function takes. */
function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, number, index) => sum + number * (other[index] as number), 0);
}

function isVector(value: Json): value is readonly number[] {
  return isList(value) && value.every((item) => typeof item === 'number');
}
