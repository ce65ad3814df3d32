import type { JsonObject } from '../json/index.js';

/** Top-level fields of `params` replace or join those of the body; `null` takes one out. */
export function overlay(body: JsonObject, params: JsonObject | undefined): JsonObject {
  return Object.fromEntries(Object.entries({ ...body, ...params }).filter(([, value]) => value !== null));
}
