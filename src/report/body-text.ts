import type { BodyRecord } from '../journal/index.js';
import { bytesOfBase64 } from './base64.js';
import { shortened } from './visible.js';
import { size } from './wording.js';

export interface BodyText {
  /** What to show: JSON indented, other text as it is, a hexadecimal dump of the first bytes of anything else. */
  readonly text: string;
  /** `1.2 KiB of JSON`, and what of it is not shown. */
  readonly caption: string;
}

const dumpedBytes = 256;

/** A body as a reader wants to see it, `most` characters of it. */
export function bodyText(body: BodyRecord, most: number): BodyText {
  switch (body.kind) {
    case 'empty':
      return { text: '', caption: 'empty' };
    case 'binary': {
      const bytes = bytesOfBase64(body.base64, dumpedBytes);
      const shown =
        bytes.byteLength < body.bytes ? `; the first ${size(bytes.byteLength)} as hexadecimal` : ' as hexadecimal';
      return { text: hexadecimal(bytes), caption: `${size(body.bytes)} that are not UTF-8${shown}` };
    }
    case 'text': {
      const json = body.cut === true ? undefined : indentedJson(body.text, most);
      const text = json ?? body.text;
      const parts = [`${size(body.bytes)} of ${json === undefined ? 'text' : 'JSON'}`];
      if (text.length > most) parts.push(`the first ${most} characters shown; the journal keeps more`);
      else if (body.cut === true) parts.push('cut: the journal keeps no more of it');
      return { text: shortened(text, most), caption: parts.join('; ') };
    }
    default:
      return body satisfies never;
  }
}

/**
 * Undefined when it is no JSON object or list. Works on the text, not on what it means: numbers beyond a double, repeated
 * keys and escapes stay as they came over the wire. Ends soon after `most` characters: of a body that is nested deep,
 * the spaces alone would be more than a string can hold.
 */
export function indentedJson(text: string, most = Number.POSITIVE_INFINITY): string | undefined {
  if (!/^\s*[{[]/.test(text) || !isJson(text)) return undefined;
  let depth = 0;
  let result = '';
  const lineBreak = () => `\n${'  '.repeat(depth)}`;
  const tokens = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (result.length > most) break;
    const opensEmpty = (token === '{' && tokens[index + 1] === '}') || (token === '[' && tokens[index + 1] === ']');
    const closesEmpty = (token === '}' && tokens[index - 1] === '{') || (token === ']' && tokens[index - 1] === '[');
    if (token === '{' || token === '[') {
      depth += 1;
      result += opensEmpty ? token : token + lineBreak();
    } else if (token === '}' || token === ']') {
      depth -= 1;
      result += closesEmpty ? token : lineBreak() + token;
    } else if (token === ',') result += token + lineBreak();
    else result += token === ':' ? ': ' : token;
  }
  return result;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hexadecimal(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const rows = Array.from({ length: Math.ceil(digits.length / 32) }, (_, row) => digits.slice(row * 32, row * 32 + 32));
  return rows.map((row) => row.join(' ')).join('\n');
}
