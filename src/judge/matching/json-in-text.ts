import type { Json } from '../../json/index.js';
import { readBody } from '../body/read-body.js';

const encoder = new TextEncoder();

/** JSON that stands in a text, read within the same bounds as a body. */
export function parsed(text: string): { readonly value: Json } | undefined {
  const read = readBody(encoder.encode(text));
  return read.kind === 'json' ? { value: read.value } : undefined;
}
