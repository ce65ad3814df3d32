import { isJsonObject, type Json } from '../../../json/index.js';
import { isList } from '../../fields.js';
import { named } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';
import { ofChoices } from './choices.js';

export const contentWellFormed = ofChoices(({ message, at }) => [
  ...checkContent(message['content'] ?? null, `${at}/message/content`),
  ...checkRefusal(message['refusal'] ?? null, `${at}/message/refusal`),
]);

/**
 * A string, nothing, or the list of blocks with which reasoning models answer through this gateway
 * (tidyverse/ellmer#822). Blocks of a type that nobody has described yet are left alone.
 */
function checkContent(content: Json, where: string): readonly Violation[] {
  if (isList(content)) return violationsIn(content, (block, position) => checkBlock(block, `${where}/${position}`));
  return content === null || typeof content === 'string'
    ? []
    : [unexpected(where, content, 'a string, a list of blocks or null')];
}

function checkRefusal(refusal: Json, where: string): readonly Violation[] {
  return refusal === null || typeof refusal === 'string' ? [] : [unexpected(where, refusal, 'a string or null')];
}

function checkBlock(block: Json, at: string): readonly Violation[] {
  if (!isJsonObject(block)) return [unexpected(at, block, 'an object')];
  switch (block['type']) {
    case 'text':
      return typeof block['text'] === 'string' ? [] : [unexpected(`${at}/text`, block['text'], 'a string')];
    case 'reasoning':
      return checkSummary(block['summary'], `${at}/summary`);
    default:
      return named(block, 'type', at);
  }
}

function checkSummary(summary: Json | undefined, at: string): readonly Violation[] {
  if (!isList(summary)) return [unexpected(at, summary, 'a list of summary parts')];
  return violationsIn(summary, (part, position) => {
    const where = `${at}/${position}`;
    if (!isJsonObject(part)) return [unexpected(where, part, 'an object')];
    if (part['type'] !== 'summary_text') return named(part, 'type', where);
    return typeof part['text'] === 'string' ? [] : [unexpected(`${where}/text`, part['text'], 'a string')];
  });
}
