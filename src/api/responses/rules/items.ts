import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { named, ofObject } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';

type Check = (object: JsonObject, at: string) => readonly Violation[];

/** A rule about every output item. An empty list keeps it; a body without the list breaks it. */
function ofItems(check: Check): (body: Json) => readonly Violation[] {
  return ofObject((body) => objectsIn(body, 'output', 'a list of items', '', check));
}

/** A rule about every item of one type; an output without any keeps it. */
export function ofItemsOfType(type: string, check: Check): (body: Json) => readonly Violation[] {
  return ofItems((item, at) => (item['type'] === type ? check(item, at) : []));
}

/** Items and parts of a type that nobody has described yet are left alone: hosted tools add new ones. */
export const contentWellFormed = ofItems((item, at) => {
  switch (item['type']) {
    case 'message':
      return objectsIn(item, 'content', 'a list of parts', at, partWellFormed);
    case 'function_call':
      return text(item, 'arguments', at);
    case 'reasoning':
      return objectsIn(item, 'summary', 'a list of parts', at, partWellFormed);
    default:
      return named(item, 'type', at);
  }
});

function partWellFormed(part: JsonObject, at: string): readonly Violation[] {
  switch (part['type']) {
    case 'output_text':
      return [...text(part, 'text', at), ...list(part, 'annotations', at)];
    case 'summary_text':
      return text(part, 'text', at);
    case 'refusal':
      return text(part, 'refusal', at);
    default:
      return named(part, 'type', at);
  }
}

function objectsIn(holder: JsonObject, key: string, expected: string, at: string, check: Check): readonly Violation[] {
  const members = listAt(holder, key);
  if (members === undefined) return [unexpected(`${at}/${key}`, holder[key], expected)];
  return violationsIn(members, (member, position) => {
    const where = `${at}/${key}/${position}`;
    return isJsonObject(member) ? check(member, where) : [unexpected(where, member, 'an object')];
  });
}

function text(object: JsonObject, key: string, at: string): readonly Violation[] {
  return typeof object[key] === 'string' ? [] : [unexpected(`${at}/${key}`, object[key], 'a string')];
}

function list(object: JsonObject, key: string, at: string): readonly Violation[] {
  return listAt(object, key) === undefined ? [unexpected(`${at}/${key}`, object[key], 'a list')] : [];
}
