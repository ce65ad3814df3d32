import { isJsonObject, type Json } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { unexpected } from '../../violation.js';
import { chatFinishReasons } from '../finish-reasons.js';
import { ofChoices } from './choices.js';

const known = `one of ${[...chatFinishReasons.keys()].join(', ')}`;

export const finishReasonKnown = ofChoices(({ choice, at }) => {
  const reason = choice['finish_reason'];
  const holds = typeof reason === 'string' && chatFinishReasons.has(reason);
  return holds ? [] : [unexpected(`${at}/finish_reason`, reason, known)];
});

/** An answer may be cut off behind a tool call that it had already written. */
const cutOff = ['length', 'content_filter'];

/** Agents loop on the finish reason: on `stop` they never run the tool (vercel/ai#12218). */
export const finishMatchesToolCalls = ofChoices(({ choice, message, at }, sent) => {
  const reason = choice['finish_reason'];
  const calls = listAt(message, 'tool_calls') ?? [];
  if (calls.length === 0) {
    return reason === 'tool_calls'
      ? [
          unexpected(
            `${at}/message/tool_calls`,
            message['tool_calls'],
            'tool calls, because the choice finished with them',
          ),
        ]
      : [];
  }
  const allowed = ['tool_calls', ...cutOff, ...(stopIsTolerated(sent) ? ['stop'] : [])];
  const holds = typeof reason === 'string' && allowed.includes(reason);
  return holds
    ? []
    : [
        unexpected(
          `${at}/finish_reason`,
          reason,
          `"tool_calls", because the message has ${calls.length === 1 ? 'a tool call' : 'tool calls'}`,
        ),
      ];
});

/** OpenAI's own API says `stop` when the request forced one function by its name. Without the request, nobody knows. */
function stopIsTolerated(sent: Json | undefined): boolean {
  return (
    sent === undefined ||
    (isJsonObject(sent) && isJsonObject(sent['tool_choice']) && sent['tool_choice']['type'] === 'function')
  );
}
