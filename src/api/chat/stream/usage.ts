import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, listAt, objectAt } from '../../fields.js';
import type { ChatStreamLog } from './rules.js';
import type { ChatDraft } from './state.js';

export const usageKeys = ['prompt_tokens', 'completion_tokens', 'total_tokens'] as const;

/** Takes the usage of a chunk. One whose counts are all null says as little as none. */
export function takeUsage(chat: ChatDraft, chunk: JsonObject, frame: number, log: ChatStreamLog): void {
  const given = chunk['usage'] ?? null;
  if (given === null) return;
  const at = { frame, state: chat.phase };
  const usage = objectAt(chunk, 'usage');
  if (usage === undefined) {
    log.report('usage-counted', { ...at, legal: 'an object or null', came: `\`usage\` that is ${describe(given)}` });
    return;
  }
  const counts = usageKeys.filter((key) => (usage[key] ?? null) !== null);
  for (const key of counts.filter((name) => !isCount(usage[name]))) {
    const came = `\`usage.${key}\` that is ${describe(usage[key])}`;
    log.report('usage-counted', { ...at, legal: 'a whole number from 0 on', came });
  }
  if (counts.length === 0) return;
  checkPlace(chat, chunk, frame, log);
  chat.usage = usage;
  if (listAt(chunk, 'choices')?.length === 0 && chat.phase === 'open') chat.phase = 'usage';
}

function checkPlace(chat: ChatDraft, chunk: JsonObject, frame: number, log: ChatStreamLog): void {
  const wrong =
    listAt(chunk, 'choices')?.length !== 0
      ? 'usage in a chunk with choices'
      : chat.unfinished > 0
        ? 'usage before the last finish reason'
        : chat.usage !== undefined
          ? 'usage once more'
          : undefined;
  if (wrong === undefined) return;
  const legal = 'usage once, in a chunk without choices behind the last finish reason';
  log.report('usage-last', { frame, state: chat.phase, legal, came: wrong });
}
