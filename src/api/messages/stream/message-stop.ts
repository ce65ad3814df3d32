import { isJsonObject, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { parseJson } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { finishMatchesToolCalls, stopSequenceNamed } from '../rules/finish.js';
import { assembleMessage } from './answer.js';
import { closeBlock } from './message-delta.js';
import { begin } from './message-start.js';
import type { MessagesStreamLog } from './rules.js';
import { type BlockDraft, type MessageDraft, placeOf } from './state.js';

/** What can only be said of a whole message. Of a stream that was cut or failed, none of it can be asked. */
export function takeMessageStop(draft: MessageDraft, _: JsonObject, frame: number, log: MessagesStreamLog): void {
  begin(draft, 'message_stop', frame, log);
  closeBlock(draft, 'message_stop', frame, log);
  const at = placeOf(draft, frame);
  if (draft.stopReason === undefined) {
    log.report('finish-reason-given', { ...at, legal: 'message_delta with a stop reason', came: 'message_stop' });
  } else {
    const body = assembleMessage(draft);
    const reason = `message_stop behind \`stop_reason\` ${shown(draft.stopReason)}`;
    for (const { expected } of finishMatchesToolCalls(body)) {
      const has = draft.blocks.some(({ type }) => type === 'tool_use') ? 'a tool_use block' : 'no tool_use block';
      log.report('finish-matches-tool-calls', { ...at, legal: String(expected), came: `${reason} and ${has}` });
    }
    for (const { expected } of stopSequenceNamed(body)) {
      const came = `${reason} and \`stop_sequence\` that is ${describe(draft.stopSequence)}`;
      log.report('stop-sequence-named', { ...at, legal: String(expected), came });
    }
  }
  checkBlocks(draft, log);
  draft.phase = 'stopped';
  draft.terminal = frame;
}

/** An answer may be cut off in its last block. */
const cutOff = ['max_tokens', 'model_context_window_exceeded', 'refusal'];

function checkBlocks({ blocks, stopReason }: MessageDraft, log: MessagesStreamLog): void {
  const whole = stopReason !== undefined && cutOff.includes(stopReason) ? blocks.slice(0, -1) : blocks;
  for (const block of whole) {
    // A block that never stopped has been told of.
    if (block.stopped === undefined) continue;
    if (block.type === 'tool_use') checkInput(block, block.stopped, log);
    if (block.type === 'thinking') checkSignature(block, block.stopped, log);
  }
}

function checkInput({ index, text }: BlockDraft, frame: number, log: MessagesStreamLog): void {
  if (text === '' || isJsonObject(parseJson(text))) return;
  log.report('tool-input-object', {
    frame,
    state: `block ${index} open`,
    legal: 'input that joins to a JSON object',
    came: `content_block_stop after the input ${shown(text)}`,
  });
}

function checkSignature({ index, signatures, signedEarly }: BlockDraft, frame: number, log: MessagesStreamLog): void {
  if (signatures === 1 && !signedEarly) return;
  const came =
    signatures === 0 ? 'no signature' : signedEarly ? 'thinking behind its signature' : `${signatures} signatures`;
  log.report('thinking-signed', {
    frame,
    state: `block ${index} open`,
    legal: 'content_block_stop after thinking and then one signature',
    came: `content_block_stop after ${came}`,
  });
}
