import type { Json } from '../../json/index.js';
import type { HeaderPair } from '../../wire/index.js';

/** Which headers a response has, without their values, of which many differ from one response to the next. */
export function headerNames(headers: readonly HeaderPair[]): Json {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].sort();
}
