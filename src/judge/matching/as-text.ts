import type { Json } from '../../json/index.js';

/** `content-length: 12` is a number in YAML and text on the wire; so is an error code such as 403. */
export function asText(expected: Json): Json {
  return typeof expected === 'number' || typeof expected === 'boolean' ? String(expected) : expected;
}
