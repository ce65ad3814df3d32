import type { JsonObject } from '../../../json/index.js';
import { textAt } from '../../fields.js';

/** Where parts of the types that have a text carry it. */
export const textKeys: ReadonlyMap<string, string> = new Map([
  ['output_text', 'text'],
  ['refusal', 'refusal'],
  ['summary_text', 'text'],
  ['reasoning_text', 'text'],
]);

export function partOf(part: JsonObject): { readonly type: string; readonly text: string } {
  const type = textAt(part, 'type') ?? '';
  return { type, text: textAt(part, textKeys.get(type) ?? '') ?? '' };
}
