import { isJsonObject, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { objectAt, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { nameOf } from './block.js';
import { begin } from './message-start.js';
import type { MessagesStreamLog } from './rules.js';
import { type BlockDraft, type MessageDraft, placeOf } from './state.js';

export function takeBlockDelta(draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog): void {
  const came = `content_block_delta of ${nameOf(body['index'])}`;
  begin(draft, came, frame, log);
  const at = placeOf(draft, frame);
  const { open } = draft;
  if (open === undefined || body['index'] !== open.index) {
    log.report('delta-in-block', { ...at, came });
    return;
  }
  const delta = objectAt(body, 'delta') ?? {};
  const type = textAt(delta, 'type') ?? '';
  const legalTypes = deltaTypes.get(open.type);
  if (legalTypes !== undefined && !legalTypes.includes(type)) {
    // SDKs drop such a delta without a word, and the answer is empty (BerriAI/litellm#32357).
    const legal = legalTypes.length === 0 ? 'no delta' : legalTypes.join(' or ');
    log.report('delta-matches-block', { ...at, legal, came: `a delta of type ${shown(type)} in a ${open.type} block` });
    return;
  }
  if (!isWhole(delta, type)) {
    const key = payloadKeys.get(type) ?? 'type';
    const came = `a delta of type ${shown(type)} whose \`${key}\` is ${describe(delta[key])}`;
    log.report('delta-well-formed', { ...at, legal: `a delta with its \`${key}\``, came });
    return;
  }
  append(draft, open, delta, type, frame);
}

/** Of the blocks whose deltas are known; server tools add new types of both. */
const deltaTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ['text', ['text_delta', 'citations_delta']],
  ['thinking', ['thinking_delta', 'signature_delta']],
  ['redacted_thinking', []],
  ['tool_use', ['input_json_delta']],
]);

const payloadKeys: ReadonlyMap<string, string> = new Map([
  ['text_delta', 'text'],
  ['citations_delta', 'citation'],
  ['thinking_delta', 'thinking'],
  ['signature_delta', 'signature'],
  ['input_json_delta', 'partial_json'],
]);

function isWhole(delta: JsonObject, type: string): boolean {
  const key = payloadKeys.get(type);
  if (key === undefined) return type !== '';
  if (type === 'citations_delta') return isJsonObject(delta[key]);
  return typeof delta[key] === 'string' && !(type === 'signature_delta' && delta[key] === '');
}

function append(draft: MessageDraft, block: BlockDraft, delta: JsonObject, type: string, frame: number): void {
  const text = textAt(delta, payloadKeys.get(type) ?? '') ?? '';
  if (type === 'signature_delta') {
    block.signatures += 1;
    return;
  }
  block.text += text;
  if (type === 'thinking_delta' && block.signatures > 0) block.signedEarly = true;
  if (text !== '' && (block.type === 'text' || block.type === 'tool_use')) draft.firstToken ??= frame;
}
