import type { Json } from '../../json/index.js';

const manyValues = 20_000;

/** Whether a body has few enough values to report on all of them. Counts without recursion: bodies may be deep as well. */
export function isSmall(body: Json): boolean {
  const waiting: Json[] = [body];
  let values = 0;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    values += 1;
    if (typeof value !== 'object' || value === null) continue;
    for (const key in value) {
      if (waiting.length + values > manyValues) return false;
      waiting.push((value as Record<string, Json>)[key] as Json);
    }
  }
  return true;
}
