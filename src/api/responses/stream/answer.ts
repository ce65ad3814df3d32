import type { JsonObject } from '../../../json/index.js';
import type { Answer } from '../../answer.js';
import { present } from '../../fields.js';
import { readResponsesAnswer } from '../read-answer.js';
import type { ResponseDraft } from './state.js';
import { finalItem } from './streamed-item.js';

/** What had been said so far. Its finish and its usage are only known once the response has ended. */
export function assembleAnswer({ created, identity, items, finished = {} }: ResponseDraft): Answer | undefined {
  if (!created && items.length === 0) return undefined;
  const { status, incomplete_details, usage } = finished;
  const response = present({ ...identity, status, incomplete_details, usage, output: items.map(finalItem) });
  return readResponsesAnswer(response as JsonObject);
}
