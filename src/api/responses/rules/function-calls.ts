import { isJsonObject, type Json } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { argumentsText, named, ofObject, uniqueIds } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { ofItemsOfType } from './items.js';

const everyCallIdentified = ofItemsOfType('function_call', (item, at) => [
  ...named(item, 'call_id', at),
  ...named(item, 'name', at),
]);

// Items of another kind keep their places, so that a pointer still points, but not their ids.
const idsUnique = ofObject((body) =>
  uniqueIds((listAt(body, 'output') ?? []).map(functionCallOrNull), '/output', 'call_id'),
);

export function toolCallsIdentified(body: Json): readonly Violation[] {
  const unidentified = everyCallIdentified(body);
  return unidentified.length > 0 ? unidentified : idsUnique(body);
}

export const toolArgumentsObject = ofItemsOfType('function_call', (item, at) =>
  argumentsText(item['arguments'], `${at}/arguments`),
);

function functionCallOrNull(item: Json): Json {
  return isJsonObject(item) && item['type'] === 'function_call' ? item : null;
}
