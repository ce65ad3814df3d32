import { isJsonObject, type JsonObject } from '../../json/index.js';
import type { SseFrame } from '../../wire/index.js';
import { cut, describe } from '../describe.js';
import { parseJson } from '../fields.js';

/** What the data of a frame is: OpenAI's end marker, an object, or something that has no place in these streams. */
export type Payload =
  | { readonly kind: 'done' }
  | { readonly kind: 'object'; readonly value: JsonObject }
  | { readonly kind: 'other'; readonly came: string };

export function payloadOf({ data = '' }: SseFrame): Payload {
  if (data.trim() === '[DONE]') return { kind: 'done' };
  const value = parseJson(data);
  if (isJsonObject(value)) return { kind: 'object', value };
  return { kind: 'other', came: value === undefined ? `data that is no JSON (${shown(data)})` : describe(value) };
}

/** A name or an id from a frame, as a sentence may show it. */
export function shown(text: string): string {
  return JSON.stringify(cut(text, 80));
}
