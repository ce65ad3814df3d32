import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { countAt, objectAt } from '../../fields.js';
import { checkFinished } from './finished.js';
import type { ChatStreamLog } from './rules.js';
import { type ChatDraft, legalIn, stateOf } from './state.js';
import { usageKeys } from './usage.js';

/** What can only be said when `[DONE]` comes. Of a stream that was cut or failed, none of it can be asked. */
export function checkCompleted(chat: ChatDraft, frame: number, log: ChatStreamLog, sent: Json | undefined): void {
  const at = { frame, state: chat.phase, came: '[DONE]' };
  if (!chat.choiceCame) log.report('choice-present', { ...at, legal: legalIn(chat.phase) });
  for (const choice of chat.choices.values()) {
    if (choice.finish !== undefined) continue;
    const legal = `a finish reason for choice ${choice.index}`;
    log.report('finish-reason-given', { ...at, state: stateOf(choice), legal });
    checkFinished(choice, frame, log, sent);
  }
  const indices = [...chat.choices.keys()];
  const missing = indices.findIndex((_, position) => !chat.choices.has(position));
  if (missing !== -1) log.report('choices-indexed', { ...at, legal: `choice ${missing}` });
  if (chat.usage !== undefined) checkTotals(chat.usage, at, log);
  checkAsked(chat, at, log, sent);
}

interface Place {
  readonly frame: number;
  readonly state: string;
  readonly came: string;
}

function checkTotals(usage: JsonObject, at: Place, log: ChatStreamLog): void {
  const [prompt, completion, total] = usageKeys.map((key) => countAt(usage, key));
  const missing = usageKeys.find((key) => (usage[key] ?? null) === null);
  if (missing !== undefined) {
    const came = `[DONE] when \`usage.${missing}\` was ${describe(usage[missing])}`;
    log.report('usage-counted', { ...at, legal: 'three counts in the last usage', came });
  }
  if (prompt === undefined || completion === undefined || total === undefined) return;
  if (prompt + completion === total) return;
  const came = `a total of ${total} tokens`;
  log.report('usage-adds-up', { ...at, legal: `${prompt} + ${completion} = ${prompt + completion} tokens`, came });
}

/** Without the request nobody knows what it asked for. */
function checkAsked(chat: ChatDraft, at: Place, log: ChatStreamLog, sent: Json | undefined): void {
  if (!isJsonObject(sent)) return;
  const asked = objectAt(sent, 'stream_options')?.['include_usage'] === true;
  if (asked === (chat.usage !== undefined)) return;
  log.report('usage-as-asked', {
    ...at,
    legal: asked ? 'the usage that was asked for' : 'no usage, because none was asked for',
    came: asked ? '[DONE] without usage' : 'usage',
  });
}
