import type { JsonObject } from '../json/index.js';

/** Keys such as `$.choices[0]` are JSONPath queries. */
export function isQuery(key: string): boolean {
  return key.startsWith('$.') || key.startsWith('$[');
}

/** A mapping all of whose keys start with `$`, queries aside, compares a value instead of being one. */
export function isMatcher(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key.startsWith('$') && !isQuery(key));
}
