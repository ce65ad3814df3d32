import type { Json } from '../../json/index.js';
import { isList } from '../fields.js';

/** An embedding as numbers, or what is wrong with it. */
export type Decoded =
  | { readonly ok: true; readonly vector: readonly number[] }
  | { readonly ok: false; readonly expected: string };

const bytesOfFloat = 4;

/**
 * Reads what is there, whatever was asked for: gateways are known to answer one encoding with the other
 * (BerriAI/litellm#42421, lmstudio-ai/lmstudio-bug-tracker#756).
 */
export function decodeEmbedding(embedding: Json | undefined): Decoded {
  if (typeof embedding === 'string') return decodeBase64(embedding);
  if (!isList(embedding)) return { ok: false, expected: 'a list of numbers or base64 text' };
  return isNumbers(embedding)
    ? { ok: true, vector: embedding }
    : { ok: false, expected: 'a list of nothing but numbers' };
}

/** The API reference leaves the layout open; its clients all read little-endian 32-bit floats. */
function decodeBase64(text: string): Decoded {
  if (!isBase64(text)) return { ok: false, expected: 'base64 text (RFC 4648 section 4)' };
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % bytesOfFloat !== 0)
    return { ok: false, expected: `base64 of whole 32-bit floats, and this is one of ${bytes.length} bytes` };
  const vector = Array.from({ length: bytes.length / bytesOfFloat }, (_, position) =>
    bytes.readFloatLE(position * bytesOfFloat),
  );
  return { ok: true, vector };
}

/** Buffer skips what is no base64 without a word. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function isNumbers(list: readonly Json[]): list is readonly number[] {
  return list.every((member) => typeof member === 'number');
}
