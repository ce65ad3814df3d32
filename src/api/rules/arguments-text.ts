import { isJsonObject, type Json } from '../../json/index.js';
import { parseJson } from '../fields.js';
import type { Violation } from '../violation.js';
import { unexpected } from '../violation.js';

/** Arguments that an API carries as JSON text. */
export function argumentsText(text: Json | undefined, where: string): readonly Violation[] {
  if (typeof text !== 'string') return [unexpected(where, text, 'a JSON text')];
  const decoded = parseJson(text);
  if (isJsonObject(decoded)) return [];
  // Encoded again on the way through: the tool then gets one string instead of its arguments (seen on replay, JetBrains/koog#2095).
  const twice = typeof decoded === 'string' && isJsonObject(parseJson(decoded));
  const expected = twice ? 'a JSON text of an object, and this is one encoded twice' : 'a JSON text of an object';
  return [unexpected(where, text, expected)];
}
