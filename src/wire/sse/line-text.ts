import { contentOf, hasEnd, type SseLine } from './lines.js';
import { addPlaces, noPlaces, onePlace, type Places } from './places.js';
import { findUtf8Damage, type Utf8Damage } from './utf8.js';

/** What a line says; offsets count from the start of the body. */
export interface LineText {
  readonly text: string;
  /** Of the first byte of the text. */
  readonly offset: number;
  readonly byteOrderMark: boolean;
  readonly invalid: Places;
  readonly replacements: Places;
  readonly unfinishedAt?: number;
}

// A byte order mark is no character of its own only at the start of the stream, where it is taken off here.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Decoding line by line gives what decoding the whole would: no character of UTF-8 holds the byte of an LF or CR. */
export function readLine(line: SseLine): LineText {
  const whole = contentOf(line);
  const marked = line.offset === 0 && byteOrderMark.every((byte, index) => whole[index] === byte);
  const content = marked ? whole.subarray(byteOrderMark.length) : whole;
  const text = decoder.decode(content);
  const offset = line.offset + (marked ? byteOrderMark.length : 0);
  const damage = text.includes('\uFFFD') ? findUtf8Damage(content, offset) : noDamage;
  return { text, offset, byteOrderMark: marked, ...(hasEnd(line) ? withoutUnfinished(damage) : damage) };
}

const noDamage: Utf8Damage = { invalid: noPlaces, replacements: noPlaces };

/** What the end of a line cuts off is malformed: the line's end does not fit there. */
function withoutUnfinished({ invalid, replacements, unfinishedAt }: Utf8Damage): Utf8Damage {
  return { invalid: unfinishedAt === undefined ? invalid : addPlaces(invalid, onePlace(unfinishedAt)), replacements };
}
