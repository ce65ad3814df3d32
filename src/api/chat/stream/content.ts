import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isList, textAt } from '../../fields.js';
import type { ChatStreamLog } from './rules.js';

/** Looks at what a delta says or refuses with. */
export function checkContent(
  delta: JsonObject,
  at: { readonly frame: number; readonly state: string },
  log: ChatStreamLog,
): void {
  const { content, refusal } = delta;
  if (!isTextOrNone(content) && !isList(content)) {
    const came = `\`content\` that is ${describe(content)}`;
    log.report('content-well-formed', { ...at, legal: 'a string, null or a list of blocks', came });
  }
  for (const block of isList(content) ? content : []) {
    const came = faultOf(block);
    if (came === undefined) continue;
    log.report('content-well-formed', { ...at, legal: 'blocks with their types and texts', came });
  }
  if (!isTextOrNone(refusal)) {
    const came = `\`refusal\` that is ${describe(refusal)}`;
    log.report('content-well-formed', { ...at, legal: 'a string or null', came });
  }
}

function isTextOrNone(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

/** Reasoning models answer through this gateway with lists of blocks (tidyverse/ellmer#822); what a text block is, is known. */
function faultOf(block: Json): string | undefined {
  if (!isJsonObject(block)) return `a block that is ${describe(block)}`;
  if (!textAt(block, 'type')) return `a block whose type is ${describe(block['type'])}`;
  const { type, text } = block;
  return type === 'text' && typeof text !== 'string' ? `a text block whose text is ${describe(text)}` : undefined;
}
