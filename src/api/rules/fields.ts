import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { isCount } from '../fields.js';
import type { Violation } from '../violation.js';
import { unexpected } from '../violation.js';

// What several rules of several APIs ask of one field. `at` is the pointer of the object that holds it.

export function named(object: JsonObject, key: string, at = ''): readonly Violation[] {
  const value = object[key];
  return typeof value === 'string' && value.trim() !== ''
    ? []
    : [unexpected(`${at}/${key}`, value, 'a non-empty string')];
}

export function constant(object: JsonObject, key: string, expected: string, at = ''): readonly Violation[] {
  return object[key] === expected ? [] : [unexpected(`${at}/${key}`, object[key], `"${expected}"`)];
}

export function counted(object: JsonObject, key: string, at = ''): readonly Violation[] {
  return isCount(object[key]) ? [] : [unexpected(`${at}/${key}`, object[key], 'a whole number from 0 on')];
}

/** Turns a check of an object into one of any body: whatever is not an object breaks every rule. */
export function ofObject(
  check: (body: JsonObject, sent?: Json) => readonly Violation[],
): (body: Json, sent?: Json) => readonly Violation[] {
  return (body, sent) => (isJsonObject(body) ? check(body, sent) : [unexpected('', body, 'an object')]);
}
