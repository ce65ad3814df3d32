import { isJsonObject, type Json } from '../json/index.js';
import { isList } from './fields.js';

/**
 * The text of a message's content: a string as it is, of a list the text blocks, joined.
 * Reasoning is not text: models that think answer with `reasoning` or `thinking` blocks beside it (tidyverse/ellmer#822).
 */
export function textOf(content: Json | undefined): string {
  if (typeof content === 'string') return content;
  if (!isList(content)) return '';
  return content
    .map((block) =>
      isJsonObject(block) && block['type'] === 'text' && typeof block['text'] === 'string' ? block['text'] : '',
    )
    .join('');
}
