import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { named } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected } from '../../violation.js';
import { functionCallsIn } from '../part.js';
import { ofCandidates } from './candidates.js';

/** A rule about every function call; a candidate without any keeps it. */
function ofFunctionCalls(
  start: () => (call: JsonObject, at: string) => readonly Violation[],
): (body: Json) => readonly Violation[] {
  return ofCandidates(({ content, at }) => {
    const check = start();
    return functionCallsIn(listAt(content, 'parts') ?? []).flatMap(({ call, position }) =>
      check(call, `${at}/content/parts/${position}/functionCall`),
    );
  });
}

/** An id is optional: without it, results are matched by the name and the order of the calls. */
export const functionCallsIdentified = ofFunctionCalls(() => {
  const seen = new Set<Json>();
  return (call, at) => {
    const id = call['id'] ?? null;
    const taken = seen.has(id);
    if (id !== null) seen.add(id);
    return [
      ...named(call, 'name', at),
      ...(id === null ? [] : named(call, 'id', at)),
      ...(taken ? [unexpected(`${at}/id`, id, 'an id that no other call has')] : []),
    ];
  };
});

/** Translated from Chat Completions, the arguments may still be the JSON text that they are there. None need not be sent. */
export const argumentsObject = ofFunctionCalls(() => (call, at) => {
  const args = call['args'] ?? {};
  return isJsonObject(args) ? [] : [unexpected(`${at}/args`, args, 'an object')];
});
