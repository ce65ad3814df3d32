import { addPlaces, noPlaces, onePlace, type Places } from './places.js';

/** Where decoding leaves U+FFFD. */
export interface Utf8Damage {
  /** Malformed sequences, each of which decodes to one U+FFFD. */
  readonly invalid: Places;
  /** U+FFFD that was sent: EF BF BD. */
  readonly replacements: Places;
  /** Where a character begins that the end of the bytes cuts off; it is not among the invalid. */
  readonly unfinishedAt?: number;
}

/** `offset` is that of the first byte. Malformed sequences are told apart as the decoder of the WHATWG Encoding standard does (section 8.1.1). */
export function findUtf8Damage(bytes: Uint8Array, offset: number): Utf8Damage {
  let invalid = noPlaces;
  let replacements = noPlaces;
  let at = 0;
  while (at < bytes.length) {
    const { length, state } = readSequence(bytes, at);
    if (state === 'unfinished') return { invalid, replacements, unfinishedAt: offset + at };
    if (state === 'invalid') invalid = addPlaces(invalid, onePlace(offset + at));
    else if (isReplacement(bytes, at)) replacements = addPlaces(replacements, onePlace(offset + at));
    at += length;
  }
  return { invalid, replacements };
}

function isReplacement(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

interface Sequence {
  readonly state: 'valid' | 'invalid' | 'unfinished';
  readonly length: number;
}

/** A malformed sequence ends before the byte that does not fit: that byte may begin the next character. */
function readSequence(bytes: Uint8Array, at: number): Sequence {
  const lead = bytes[at] ?? 0;
  const length = lengthAnnouncedBy(lead);
  if (length === 0) return { state: 'invalid', length: 1 };
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return { state: 'unfinished', length: index };
    const [lowest, highest] = index === 1 ? rangeAfter(lead) : anyContinuation;
    if (byte < lowest || byte > highest) return { state: 'invalid', length: index };
  }
  return { state: 'valid', length };
}

function lengthAnnouncedBy(lead: number): number {
  if (lead <= 0x7f) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

type Range = readonly [lowest: number, highest: number];
const anyContinuation: Range = [0x80, 0xbf];

/** Keeps out overlong forms, surrogates and what lies beyond U+10FFFF. */
const rangesAfter: ReadonlyMap<number, Range> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

function rangeAfter(lead: number): Range {
  return rangesAfter.get(lead) ?? anyContinuation;
}
