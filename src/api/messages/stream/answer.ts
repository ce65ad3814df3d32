import type { Json, JsonObject } from '../../../json/index.js';
import type { Answer } from '../../answer.js';
import { parseJson, present, textAt } from '../../fields.js';
import { readMessagesAnswer } from '../read-answer.js';
import type { BlockDraft, MessageDraft } from './state.js';

export function assembleAnswer(draft: MessageDraft): Answer | undefined {
  if (draft.started === undefined && draft.blocks.length === 0) return undefined;
  return readMessagesAnswer(assembleMessage(draft));
}

/** The message that would have come without streaming, as far as an answer is read from it. */
export function assembleMessage({ started = {}, blocks, usage, stopReason, stopSequence }: MessageDraft): JsonObject {
  return {
    ...present({ id: textAt(started, 'id'), model: textAt(started, 'model') }),
    content: blocks.map(blockOf),
    stop_reason: stopReason ?? null,
    stop_sequence: stopSequence ?? null,
    usage,
  };
}

function blockOf({ type, begun, text }: BlockDraft): Json {
  switch (type) {
    case 'text':
      return { type, text };
    case 'thinking':
      return { type, thinking: text };
    case 'tool_use':
      return {
        ...present({ id: textAt(begun, 'id'), name: textAt(begun, 'name') }),
        type,
        input: inputOf(begun, text),
      };
    default:
      return { type };
  }
}

/** Joined as the SDKs do: deltas replace what the block began with. */
function inputOf(begun: JsonObject, text: string): Json {
  return text === '' ? (begun['input'] ?? null) : (parseJson(text) ?? text);
}
