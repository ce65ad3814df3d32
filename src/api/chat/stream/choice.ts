import type { Json, JsonObject } from '../../../json/index.js';
import { textOf } from '../../content.js';
import { describe } from '../../describe.js';
import { isList, listAt, objectAt, textAt } from '../../fields.js';
import { chatFinishReasons } from '../finish-reasons.js';
import { checkContent } from './content.js';
import { checkFinished } from './finished.js';
import type { ChatStreamLog } from './rules.js';
import { type ChatDraft, type ChoiceDraft, stateOf } from './state.js';
import { takeToolCall } from './tool-call.js';

export function takeChoice(
  chat: ChatDraft,
  index: number,
  choice: JsonObject,
  frame: number,
  log: ChatStreamLog,
  sent: Json | undefined,
): void {
  const known = chat.choices.get(index);
  const draft: ChoiceDraft = known ?? { index, text: '', refusal: '', calls: new Map(), callIds: new Set() };
  const state = known === undefined ? `choice ${index} not begun` : stateOf(draft);
  if (known === undefined) {
    chat.choices.set(index, draft);
    chat.unfinished += 1;
  }
  const delta = objectAt(choice, 'delta');
  if (delta === undefined) {
    const came = `\`delta\` that is ${describe(choice['delta'])}`;
    log.report('delta-present', { frame, state, legal: 'a `delta`', came });
  } else {
    checkRole(delta, known === undefined, { frame, state }, log);
    takeDelta(chat, draft, delta, frame, log);
  }
  const finished = draft.finish !== undefined;
  takeFinish(draft, choice, frame, log, sent);
  if (!finished && draft.finish !== undefined) chat.unfinished -= 1;
}

function checkRole(
  delta: JsonObject,
  first: boolean,
  at: { readonly frame: number; readonly state: string },
  log: ChatStreamLog,
): void {
  const role = delta['role'] ?? null;
  if (role === 'assistant' || (role === null && !first)) return;
  log.report('role-first', {
    ...at,
    legal: first ? 'a first delta with the role "assistant"' : 'a delta of the role "assistant"',
    came: `a delta whose role is ${describe(delta['role'])}`,
  });
}

function takeDelta(chat: ChatDraft, draft: ChoiceDraft, delta: JsonObject, frame: number, log: ChatStreamLog): void {
  const state = stateOf(draft);
  const calls = listAt(delta, 'tool_calls') ?? [];
  const text = textOf(delta['content']);
  const refusal = textAt(delta, 'refusal') ?? '';
  // An empty delta behind the finish reason may still carry usage, and clients take nothing from it.
  if (draft.finish !== undefined && (text !== '' || refusal !== '' || calls.length > 0)) {
    const came = `a delta with ${text !== '' ? 'content' : refusal !== '' ? 'a refusal' : 'tool calls'}`;
    log.report('nothing-after-finish', { frame, state, legal: 'no more of this choice', came });
    return;
  }
  checkContent(delta, { frame, state }, log);
  if ((delta['tool_calls'] ?? null) !== null && !isList(delta['tool_calls'])) {
    const came = `\`tool_calls\` that is ${describe(delta['tool_calls'])}`;
    log.report('tool-calls-indexed', { frame, state, legal: 'a list of tool calls', came });
  }
  draft.text += text;
  draft.refusal += refusal;
  if (text !== '' || refusal !== '') chat.firstToken ??= frame;
  for (const call of calls) takeToolCall(chat, draft, call, frame, log);
}

function takeFinish(
  draft: ChoiceDraft,
  choice: JsonObject,
  frame: number,
  log: ChatStreamLog,
  sent: Json | undefined,
): void {
  const reason = choice['finish_reason'];
  const at = { frame, state: stateOf(draft) };
  const came = `\`finish_reason\` that is ${describe(reason)}`;
  if (reason === undefined) log.report('finish-key-present', { ...at, legal: '`finish_reason`, if only null', came });
  if (reason === undefined || reason === null) return;
  if (typeof reason !== 'string' || !chatFinishReasons.has(reason)) {
    const legal = `null or one of ${[...chatFinishReasons.keys()].join(', ')}`;
    log.report('finish-reason-known', { ...at, legal, came });
  }
  // Not a text, or an empty one: it says no reason, so that the choice is still open.
  if (typeof reason !== 'string' || reason === '') return;
  if (draft.finish !== undefined) {
    log.report('finish-once', { ...at, legal: 'no second finish reason', came });
    return;
  }
  draft.finish = reason;
  checkFinished(draft, frame, log, sent);
}
