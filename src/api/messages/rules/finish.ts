import { isJsonObject, type Json } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';
import { messagesStopReasons } from '../stop-reasons.js';

const known = `one of ${[...messagesStopReasons.keys()].join(', ')}`;

export const finishReasonKnown = ofObject((body) => {
  const reason = body['stop_reason'];
  const holds = typeof reason === 'string' && messagesStopReasons.has(reason);
  return holds ? [] : [unexpected('/stop_reason', reason, known)];
});

/** An answer may be cut off behind a tool call that it had already written; the API reference says so of `max_tokens`. */
const cutOff = ['max_tokens', 'model_context_window_exceeded', 'refusal'];

/** Agents loop on the stop reason: on `end_turn` they never run the tool. */
export const finishMatchesToolCalls = ofObject((body) => {
  const reason = body['stop_reason'];
  const blocks = listAt(body, 'content');
  if (blocks === undefined) return [unexpected('/content', body['content'], 'a list of blocks')];
  if (!blocks.some(isToolUse)) {
    return reason === 'tool_use'
      ? [unexpected('/content', blocks, 'a tool_use block, because the message stopped for it')]
      : [];
  }
  const holds = typeof reason === 'string' && ['tool_use', ...cutOff].includes(reason);
  return holds ? [] : [unexpected('/stop_reason', reason, '"tool_use", because the content has a tool_use block')];
});

export const stopSequenceNamed = ofObject((body) => {
  const sequence = body['stop_sequence'] ?? null;
  if (body['stop_reason'] === 'stop_sequence') {
    return typeof sequence === 'string'
      ? []
      : [unexpected('/stop_sequence', body['stop_sequence'], 'the sequence that the message stopped for')];
  }
  return sequence === null
    ? []
    : [unexpected('/stop_sequence', sequence, 'null, because the message stopped for another reason')];
});

function isToolUse(block: Json): boolean {
  return isJsonObject(block) && block['type'] === 'tool_use';
}
