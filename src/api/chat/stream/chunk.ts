import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, listAt } from '../../fields.js';
import { takeChoice } from './choice.js';
import type { ChatStreamLog } from './rules.js';
import { type ChatDraft, identityKeys, legalIn } from './state.js';
import { takeUsage } from './usage.js';

export function takeChunk(
  chat: ChatDraft,
  chunk: JsonObject,
  frame: number,
  log: ChatStreamLog,
  sent: Json | undefined,
): void {
  const choices = listAt(chunk, 'choices');
  // The results of a prompt filter come first and before there is a completion: without choices, and on Azure with
  // an empty id, object and model.
  const beforeCompletion = chat.phase === 'start' && choices?.length === 0;
  if (!beforeCompletion) checkIdentity(chat, chunk, frame, log);
  if (choices === undefined) {
    const came = `\`choices\` that is ${describe(chunk['choices'])}`;
    log.report('choices-listed', { frame, state: chat.phase, legal: 'a list of choices', came });
  }
  if (choices !== undefined && choices.length > 0) {
    if (chat.phase === 'usage') {
      log.report('usage-last', { frame, state: chat.phase, legal: legalIn(chat.phase), came: 'a chunk with choices' });
    }
    chat.phase = 'open';
    chat.choiceCame = true;
    for (const choice of choices) takeIndexed(chat, choice, frame, log, sent);
  }
  takeUsage(chat, chunk, frame, log);
}

function takeIndexed(chat: ChatDraft, choice: Json, frame: number, log: ChatStreamLog, sent: Json | undefined): void {
  const index = isJsonObject(choice) ? choice['index'] : undefined;
  if (isJsonObject(choice) && isCount(index)) {
    takeChoice(chat, index, choice, frame, log, sent);
    return;
  }
  const came = isJsonObject(choice)
    ? `a choice whose index is ${describe(index)}`
    : `a choice that is ${describe(choice)}`;
  log.report('choices-indexed', { frame, state: chat.phase, legal: 'choices with indices from 0 on', came });
}

function checkIdentity(chat: ChatDraft, chunk: JsonObject, frame: number, log: ChatStreamLog): void {
  const at = { frame, state: chat.phase };
  if (chunk['object'] !== 'chat.completion.chunk') {
    const came = `\`object\` that is ${describe(chunk['object'])}`;
    log.report('chunk-typed', { ...at, legal: '`object` that is "chat.completion.chunk"', came });
  }
  for (const key of identityKeys) {
    const value = chunk[key];
    const came = `\`${key}\` that is ${describe(value)}`;
    if (key === 'created' ? !isCount(value) : typeof value !== 'string' || value.trim() === '') {
      const legal = key === 'created' ? '`created` in whole seconds' : `\`${key}\` with text`;
      log.report('chunk-identified', { ...at, legal, came });
      continue;
    }
    const known = chat.identity[key];
    if (known === undefined) chat.identity[key] = value as string | number;
    else if (known !== value)
      log.report('identity-constant', { ...at, legal: `\`${key}\` that is ${describe(known)}`, came });
  }
}
