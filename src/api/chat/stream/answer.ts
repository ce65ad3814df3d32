import type { JsonObject } from '../../../json/index.js';
import type { Answer } from '../../answer.js';
import { present } from '../../fields.js';
import { readChatAnswer } from '../read-answer.js';
import type { ChatDraft, ChoiceDraft } from './state.js';

/** Puts the completion together that would have come without streaming, and reads that. */
export function assembleAnswer({ choices, identity, usage }: ChatDraft): Answer | undefined {
  const inOrder = [...choices.values()].sort((one, other) => one.index - other.index);
  return readChatAnswer(present({ ...identity, choices: inOrder.map(choiceOf), usage }) as JsonObject);
}

export function choiceOf({ index, text, refusal, finish, calls }: ChoiceDraft): JsonObject {
  const toolCalls = [...calls.values()].map(({ id, name, arguments: fragments }) => ({
    ...present({ id }),
    type: 'function',
    function: { ...present({ name }), arguments: fragments },
  }));
  const message = {
    role: 'assistant',
    content: text,
    refusal: refusal === '' ? null : refusal,
    ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
  };
  return { index, message, finish_reason: finish ?? null };
}
