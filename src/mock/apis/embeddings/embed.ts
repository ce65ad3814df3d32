import { createHash } from 'node:crypto';

/** As many numbers as the vectors of the simulated models have. Small, so that bodies are small. */
export const mostDimensions = 64;

/** The direction in which a text points: anywhere, but always the same for the same text. A unit vector. */
export function embed(text: string, dimensions: number): Float32Array {
  const hash = createHash('shake256', { outputLength: 4 * mostDimensions })
    .update(text)
    .digest();
  const numbers = Array.from({ length: dimensions }, (_, index) => numberOf(hash.readUInt32BE(4 * index)));
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

/** From -1 to 1, but never zero, so that no vector is without a direction. */
function numberOf(hash: number): number {
  return (2 * hash + 1) / 2 ** 32 - 1;
}
