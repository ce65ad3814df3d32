import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { isList, listAt } from '../../fields.js';
import { named, ofObject } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';

type BlockCheck = (block: JsonObject, at: string) => readonly Violation[];

/** A rule about every block. An empty list keeps it; a body without the list breaks it. */
export function ofBlocks(check: BlockCheck): (body: Json) => readonly Violation[] {
  return ofObject((body) => {
    const blocks = listAt(body, 'content');
    if (blocks === undefined) return [unexpected('/content', body['content'], 'a list of blocks')];
    return violationsIn(blocks, (block, position) => {
      const at = `/content/${position}`;
      return isJsonObject(block) ? check(block, at) : [unexpected(at, block, 'an object')];
    });
  });
}

/** A rule about every tool call; an answer without any keeps it. */
export function ofToolUses(check: BlockCheck): (body: Json) => readonly Violation[] {
  return ofBlocks((block, at) => (block['type'] === 'tool_use' ? check(block, at) : []));
}

/** Blocks of a type that nobody has described yet are left alone: server tools add new ones. */
export const contentWellFormed = ofBlocks((block, at) => {
  switch (block['type']) {
    case 'text':
      return [...text(block, 'text', at), ...citations(block, at)];
    case 'thinking':
      // Without its signature a thinking block is refused when the client sends it back in the next turn.
      return [...text(block, 'thinking', at), ...named(block, 'signature', at)];
    case 'redacted_thinking':
      return named(block, 'data', at);
    case 'tool_use':
      return isJsonObject(block['input']) ? [] : [unexpected(`${at}/input`, block['input'], 'an object')];
    default:
      return named(block, 'type', at);
  }
});

/** Null where nothing was cited; missing from services that cannot cite. */
function citations(block: JsonObject, at: string): readonly Violation[] {
  const given = block['citations'] ?? null;
  return given === null || isList(given) ? [] : [unexpected(`${at}/citations`, given, 'a list or null')];
}

function text(block: JsonObject, key: string, at: string): readonly Violation[] {
  return typeof block[key] === 'string' ? [] : [unexpected(`${at}/${key}`, block[key], 'a string')];
}
