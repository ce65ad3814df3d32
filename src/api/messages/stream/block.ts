import type { Json, JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, objectAt, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { begin } from './message-start.js';
import type { MessagesStreamLog } from './rules.js';
import { type BlockDraft, type MessageDraft, placeOf } from './state.js';

export function takeBlockStart(draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog): void {
  const index = body['index'];
  const came = `content_block_start of ${nameOf(index)}`;
  begin(draft, came, frame, log);
  const at = placeOf(draft, frame);
  if (draft.phase === 'closing') log.report('blocks-before-delta', { ...at, came });
  if (draft.open !== undefined) log.report('blocks-apart', { ...at, came });
  const expected = draft.blocks.length;
  if (index !== expected) {
    log.report('blocks-indexed', { ...at, legal: `content_block_start of block ${expected}`, came });
  }
  const begun = objectAt(body, 'content_block') ?? {};
  const missing = missingKey(begun);
  if (missing !== undefined) {
    const found = `a block whose \`${missing}\` is ${describe(begun[missing])}`;
    log.report('block-start-whole', { ...at, legal: `a block with its \`${missing}\``, came: found });
  }
  const type = textAt(begun, 'type') ?? '';
  if (type === 'tool_use') checkToolUse(draft, begun, frame, log);
  // A block without a number is taken for the one that is due, so that its deltas have a place.
  const block: BlockDraft = {
    index: isCount(index) ? index : expected,
    type,
    begun,
    text: (type === 'text' ? textAt(begun, 'text') : type === 'thinking' ? textAt(begun, 'thinking') : '') ?? '',
    signatures: 0,
    signedEarly: false,
  };
  draft.blocks.push(block);
  draft.open = block;
  draft.phase = 'block';
  if (type === 'text' && block.text !== '') draft.firstToken ??= frame;
}

/** The first of the keys that a block of this type needs and that this one has not. */
function missingKey(block: JsonObject): string | undefined {
  switch (block['type']) {
    case 'text':
    case 'thinking':
      return typeof block[block['type']] === 'string' ? undefined : block['type'];
    case 'redacted_thinking':
      return textAt(block, 'data') ? undefined : 'data';
    case 'tool_use':
      return ['id', 'name'].find((key) => !textAt(block, key));
    default:
      return textAt(block, 'type') ? undefined : 'type';
  }
}

function checkToolUse(draft: MessageDraft, block: JsonObject, frame: number, log: MessagesStreamLog): void {
  const at = placeOf(draft, frame);
  const input = objectAt(block, 'input');
  if (input === undefined || Object.keys(input).length > 0) {
    const came = `a tool_use block whose input is ${describe(block['input'])}`;
    log.report('tool-input-starts-empty', { ...at, legal: 'a tool_use block whose input is an empty object', came });
  }
  const id = textAt(block, 'id');
  if (!id) return;
  if (draft.toolIds.has(id)) {
    const came = `a tool_use block with the id ${shown(id)} of another`;
    log.report('tool-ids-unique', { ...at, legal: 'an id that no other block has', came });
  }
  draft.toolIds.add(id);
}

/** A second stop runs the tool a second time (BerriAI/litellm#37273). */
export function takeBlockStop(draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog): void {
  const came = `content_block_stop of ${nameOf(body['index'])}`;
  begin(draft, came, frame, log);
  const { open } = draft;
  if (open === undefined || body['index'] !== open.index) {
    log.report('stop-in-block', { ...placeOf(draft, frame), came });
    return;
  }
  open.stopped = frame;
  draft.open = undefined;
  draft.phase = 'message';
}

export function nameOf(index: Json | undefined): string {
  return isCount(index) ? `block ${index}` : `a block whose index is ${describe(index)}`;
}
