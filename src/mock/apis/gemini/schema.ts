import type { JsonSchema } from '../../script/prompt.js';

/** JSON Schema from Google's `Schema`, which is the same as far as the simulation reads it, but names types in upper case. */
export function jsonSchemaOf(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, converted(key, value)]));
}

function converted(key: string, value: unknown): unknown {
  if (key === 'type' && typeof value === 'string') return value.toLowerCase();
  // Whole numbers, and they come as text: the JSON of Protocol Buffers writes int64 so.
  if (integers.has(key) && typeof value === 'string') return Number(value);
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? jsonSchemaOf(item) : item));
  return isObject(value) ? jsonSchemaOf(value) : value;
}

const integers: ReadonlySet<string> = new Set(['minItems', 'maxItems', 'minLength', 'maxLength']);

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
