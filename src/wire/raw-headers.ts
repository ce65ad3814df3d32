import type { Dispatcher } from 'undici';
import type { HeaderPair } from './exchange.js';

/** Names and values in turn, as undici takes them. */
export function flatHeaders(pairs: readonly HeaderPair[]): string[] {
  const flat: string[] = [];
  for (const [name, value] of pairs) flat.push(name, value);
  return flat;
}

/** Header bytes are latin1 (RFC 9110 section 5.5): each byte becomes one character, so that none is lost. */
export function headerPairs(raw: Dispatcher.DispatchController['rawHeaders']): readonly HeaderPair[] {
  if (!Array.isArray(raw)) return [];
  const pairs: HeaderPair[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    pairs.push([latin1(raw[index]), latin1(raw[index + 1])]);
  }
  return pairs;
}

function latin1(text: Buffer | string | undefined): string {
  return typeof text === 'string' ? text : (text?.toString('latin1') ?? '');
}
