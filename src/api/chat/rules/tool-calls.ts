import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { listAt, objectAt, parseJson } from '../../fields.js';
import { constant, named, uniqueIds } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';
import { ofChoices } from './choices.js';

/** A rule about every tool call; a choice without any keeps it. */
function ofToolCalls(
  check: (call: JsonObject, at: string) => readonly Violation[],
): (body: Json) => readonly Violation[] {
  return ofChoices(({ message, at }) =>
    violationsIn(listAt(message, 'tool_calls') ?? [], (call, position) => {
      const where = `${at}/message/tool_calls/${position}`;
      return isJsonObject(call) ? check(call, where) : [unexpected(where, call, 'an object')];
    }),
  );
}

const everyCallIdentified = ofToolCalls((call, at) => [
  ...named(call, 'id', at),
  ...constant(call, 'type', 'function', at),
  ...named(objectAt(call, 'function') ?? {}, 'name', `${at}/function`),
]);

const idsUnique = ofChoices(({ message, at }) =>
  uniqueIds(listAt(message, 'tool_calls') ?? [], `${at}/message/tool_calls`),
);

export function toolCallsIdentified(body: Json): readonly Violation[] {
  const unidentified = everyCallIdentified(body);
  return unidentified.length > 0 ? unidentified : idsUnique(body);
}

export const toolArgumentsObject = ofToolCalls((call, at) => {
  const where = `${at}/function/arguments`;
  const text = objectAt(call, 'function')?.['arguments'];
  if (typeof text !== 'string') return [unexpected(where, text, 'a JSON text')];
  const decoded = parseJson(text);
  if (isJsonObject(decoded)) return [];
  // Encoded again on the way through: the tool then gets one string instead of its arguments (seen on replay, JetBrains/koog#2095).
  const twice = typeof decoded === 'string' && isJsonObject(parseJson(decoded));
  return [
    unexpected(
      where,
      text,
      twice ? 'a JSON text of an object, and this is one encoded twice' : 'a JSON text of an object',
    ),
  ];
});
