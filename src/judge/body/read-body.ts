import type { Json } from '../../json/index.js';
import { deepestNesting, isNestedTooDeep } from './nesting.js';

/**
 * What the bytes of a body are. Keys that are written twice can't be seen: JSON.parse keeps the last, as most clients do.
 * Integers beyond 2^53 are rounded, as most clients round them.
 */
export type BodyReading =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'empty' }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

// RFC 8259, section 8.1: UTF-8 without a byte order mark. A decoder that repaired either would hide it.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const byteOrderMark = '\uFEFF';
const html = /^\s*(?:<!doctype html|<html|<head|<body|<title|<pre)/i;

/** `contentEncoding` is the header's value: the wire hands bodies over as they came, so an encoded one can't be read. */
export function readBody(bytes: Uint8Array, contentEncoding?: string): BodyReading {
  if (bytes.length === 0) return { kind: 'empty' };
  if (contentEncoding !== undefined && !/^(?:identity)?$/i.test(contentEncoding.trim())) {
    return { kind: 'unreadable', reason: `is encoded (${contentEncoding.slice(0, 40)}), which was not asked for` };
  }
  const text = decode(bytes);
  if (text === undefined) return { kind: 'unreadable', reason: 'is not UTF-8' };
  if (isNestedTooDeep(bytes)) return { kind: 'unreadable', reason: `is nested deeper than ${deepestNesting} levels` };
  return readText(text);
}

/** JSON as the most forgiving client would find it: behind a byte order mark, in another charset, or inside a JSON string. */
export function readLeniently(bytes: Uint8Array): Json | undefined {
  if (isNestedTooDeep(bytes)) return undefined;
  const value = parse(new TextDecoder('utf-8').decode(bytes));
  return typeof value === 'string' ? (parse(value) ?? value) : value;
}

/** Why there is no JSON in it, as the end of a sentence that begins with `The body`. */
export function whyNotJson(reading: Exclude<BodyReading, { kind: 'json' }>): string {
  switch (reading.kind) {
    case 'empty':
      return 'is empty';
    case 'html':
      return 'is HTML';
    case 'text':
    case 'unreadable':
      return reading.reason;
  }
}

function readText(text: string): BodyReading {
  const value = parse(text);
  if (value !== undefined) return { kind: 'json', value };
  if (text.startsWith(byteOrderMark)) {
    return { kind: 'text', text, reason: 'begins with a byte order mark, which JSON must not' };
  }
  if (html.test(text)) return { kind: 'html', text };
  return { kind: 'text', text, reason: `is not JSON: ${excerpt(text)}` };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

// Not the parser's own message, which differs between versions of the runtime.
function excerpt(text: string): string {
  if (text.length <= 60) return JSON.stringify(text);
  return `it begins with ${JSON.stringify(text.slice(0, 30))} and ends with ${JSON.stringify(text.slice(-30))}`;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}
