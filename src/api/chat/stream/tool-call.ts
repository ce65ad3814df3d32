import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, objectAt, present, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import type { ChatStreamLog } from './rules.js';
import { type CallDraft, type ChatDraft, type ChoiceDraft, stateOf } from './state.js';

export function takeToolCall(
  chat: ChatDraft,
  choice: ChoiceDraft,
  call: Json,
  frame: number,
  log: ChatStreamLog,
): void {
  const index = isJsonObject(call) ? call['index'] : undefined;
  if (!isJsonObject(call) || !isCount(index)) {
    log.report('tool-calls-indexed', {
      frame,
      state: stateOf(choice),
      legal: 'tool calls with indices from 0 on',
      came: isJsonObject(call)
        ? `a tool call whose index is ${describe(index)}`
        : `a tool call that is ${describe(call)}`,
    });
    return;
  }
  const known = choice.calls.get(index);
  const draft = known ?? openCall(choice, index, call, frame, log);
  if (known !== undefined) checkLater(choice, known, call, frame, log);
  const fragment = objectAt(call, 'function')?.['arguments'] ?? null;
  if (typeof fragment === 'string') {
    draft.arguments += fragment;
    if (fragment !== '') chat.firstToken ??= frame;
  } else if (fragment !== null) {
    const came = `arguments that are ${describe(fragment)}`;
    log.report('tool-arguments-text', { frame, state: callState(choice, index), legal: 'a fragment of text', came });
  }
}

function openCall(choice: ChoiceDraft, index: number, call: JsonObject, frame: number, log: ChatStreamLog): CallDraft {
  const at = { frame, state: stateOf(choice) };
  if (index !== choice.calls.size) {
    const came = `a new tool call with index ${index}`;
    log.report('tool-calls-indexed', { ...at, legal: `a new tool call with index ${choice.calls.size}`, came });
  }
  const id = textAt(call, 'id');
  const name = textAt(objectAt(call, 'function') ?? {}, 'name');
  const missing = [
    ...(id ? [] : ['an id']),
    ...(call['type'] === 'function' ? [] : ['the type "function"']),
    ...(name ? [] : ['a name']),
  ];
  if (missing.length > 0) {
    const came = `tool call ${index} without ${missing.join(', ')}`;
    log.report('tool-call-opened', { ...at, legal: 'a first delta with id, type and name', came });
  }
  if (id && choice.callIds.has(id)) {
    const came = `tool call ${index} with the id ${shown(id)} of another`;
    log.report('tool-ids-unique', { ...at, legal: 'an id that no other tool call has', came });
  }
  const draft: CallDraft = { index, ...present({ id, name }), arguments: '' };
  choice.calls.set(index, draft);
  if (id) choice.callIds.add(id);
  return draft;
}

/**
 * Some clients append a repeated id or name to the one that they have, others replace it; null in place of the name
 * ends in a tool called "null" (pgadmin-org/pgadmin4#9828). An empty id or name or a null id says nothing and is harmless.
 */
function checkLater(choice: ChoiceDraft, draft: CallDraft, call: JsonObject, frame: number, log: ChatStreamLog): void {
  const at = { frame, state: callState(choice, draft.index) };
  const id = textAt(call, 'id');
  if (id && draft.id && id !== draft.id) {
    // Parallel calls that all come as number 0 are one call to a client (BerriAI/litellm#21331).
    const legal = `a new tool call with index ${choice.calls.size}`;
    log.report('tool-calls-indexed', {
      ...at,
      legal,
      came: `another tool call (${shown(id)}) with index ${draft.index}`,
    });
    return;
  }
  const name = objectAt(call, 'function')?.['name'];
  const repeated = [
    ...(id ? [`the id ${shown(id)} once more`] : []),
    ...(name === undefined || name === '' ? [] : [`a later \`name\` that is ${describe(name)}`]),
  ];
  if (repeated.length === 0) return;
  log.report('tool-call-named-once', { ...at, legal: 'arguments only', came: repeated.join(' and ') });
}

function callState(choice: ChoiceDraft, index: number): string {
  return `${stateOf(choice)}, tool call ${index} open`;
}
