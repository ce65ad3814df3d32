import { isJsonObject, type Json, type JsonObject } from '../json/index.js';

// Bodies come from a gateway that may be wrong about anything, so every field is read as if it could hold anything.

export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}

export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return isJsonObject(value) ? value : undefined;
}

export function listAt(object: JsonObject, key: string): readonly Json[] | undefined {
  const value = object[key];
  return isList(value) ? value : undefined;
}

/** A whole number of things: never negative, and exact in a double. */
export function countAt(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  return isCount(value) ? value : undefined;
}

export function isCount(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

// Array.isArray narrows a readonly list to any[].
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Undefined when the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

type Present<Value> = {
  [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key];
} & {
  [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<Value[Key], undefined>;
};

/** The object without the keys whose value is undefined: an optional field is absent, never undefined. */
export function present<Value extends object>(object: Value): Present<Value> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<Value>;
}
