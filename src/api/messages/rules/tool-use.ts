import { isJsonObject, type Json } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { named, ofObject, uniqueIds } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected } from '../../violation.js';
import { ofToolUses } from './content.js';

const everyUseIdentified = ofToolUses((block, at) => [...named(block, 'id', at), ...named(block, 'name', at)]);

// Blocks of another kind keep their places, so that a pointer still points, but not their ids.
const idsUnique = ofObject((body) => uniqueIds((listAt(body, 'content') ?? []).map(toolUseOrNull), '/content'));

export function toolCallsIdentified(body: Json): readonly Violation[] {
  const unidentified = everyUseIdentified(body);
  return unidentified.length > 0 ? unidentified : idsUnique(body);
}

/** Translated from Chat Completions, the arguments may still be the JSON text that they are there. */
export const toolArgumentsObject = ofToolUses((block, at) =>
  isJsonObject(block['input']) ? [] : [unexpected(`${at}/input`, block['input'], 'an object')],
);

function toolUseOrNull(block: Json): Json {
  return isJsonObject(block) && block['type'] === 'tool_use' ? block : null;
}
