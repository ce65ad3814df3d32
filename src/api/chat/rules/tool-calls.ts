import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { isList, listAt, objectAt } from '../../fields.js';
import { argumentsText, constant, named, uniqueIds } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';
import { ofChoices } from './choices.js';

/** A rule about every tool call; a choice without any keeps it. */
function ofToolCalls(
  check: (call: JsonObject, at: string) => readonly Violation[],
): (body: Json) => readonly Violation[] {
  return ofChoices(({ message, at }) => {
    const calls = message['tool_calls'] ?? [];
    const where = `${at}/message/tool_calls`;
    if (!isList(calls)) return [unexpected(where, calls, 'a list of tool calls')];
    return violationsIn(calls, (call, position) =>
      isJsonObject(call)
        ? check(call, `${where}/${position}`)
        : [unexpected(`${where}/${position}`, call, 'an object')],
    );
  });
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

export const toolArgumentsObject = ofToolCalls((call, at) =>
  argumentsText(objectAt(call, 'function')?.['arguments'], `${at}/function/arguments`),
);
