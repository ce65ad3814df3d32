import { isJsonObject, type Json } from '../../json/index.js';
import type { Received } from '../answered.js';
import { child, isList } from '../words.js';

/** More than any answer has; a fingerprint must not grow with what a gateway sends. */
const mostLines = 500;
const mostValues = 50_000;

// Items of a list are one (`*`), so that the number of them is no difference.
/** Which fields a body has and of which type, without their values: sorted lines such as `/usage/total_tokens: number`. */
export function shapeAspect({ response: { body } }: Received): Json {
  if (body.kind !== 'json') return null;
  const lines = new Set<string>();
  let values = 0;
  const visit = (value: Json, at: string): void => {
    values += 1;
    if (values > mostValues || lines.size >= mostLines) return;
    lines.add(`${at}: ${typeOf(value)}`);
    if (isList(value)) for (const item of value) visit(item, `${at}/*`);
    else if (isJsonObject(value)) for (const [key, inner] of Object.entries(value)) visit(inner, child(at, key));
  };
  visit(body.value, '');
  return [...lines].sort();
}

/** A pointer with every index of a list as `*`. */
export function collapsed(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return isList(value) ? 'array' : typeof value;
}
