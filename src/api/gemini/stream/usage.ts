import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { countAt, isCount, objectAt } from '../../fields.js';
import { summands, usageAddsUp } from '../rules/usage.js';
import type { GeminiStreamLog } from './rules.js';
import { type GeminiDraft, placeOf } from './state.js';

const keys = [...summands, 'totalTokenCount'] as const;

/** Every chunk may have one; the last of them counts (ankit373/hydra#855 had taken the first). */
export function takeUsage(draft: GeminiDraft, chunk: JsonObject, frame: number, log: GeminiStreamLog): void {
  const given = chunk['usageMetadata'] ?? null;
  if (given === null) return;
  const at = placeOf(draft, frame);
  const usage = objectAt(chunk, 'usageMetadata');
  if (usage === undefined) {
    const came = `\`usageMetadata\` that is ${describe(given)}`;
    log.report('usage-counted', { ...at, legal: 'an object with token counts', came });
    return;
  }
  for (const key of keys) {
    const count = usage[key] ?? null;
    if (count === null) continue;
    const came = `\`usageMetadata.${key}\` that is ${describe(count)}`;
    if (!isCount(count)) log.report('usage-counted', { ...at, legal: 'a whole number from 0 on', came });
    const before = draft.usage === undefined ? undefined : countAt(draft.usage.counts, key);
    if (isCount(count) && before !== undefined && count < before) {
      log.report('usage-cumulative', { ...at, legal: `at least ${before} for \`${key}\``, came });
    }
  }
  draft.usage = { counts: usage, frame };
}

/** Of the last usage of an answer that is whole. Whether one comes at all is not promised. */
export function checkTotals(draft: GeminiDraft, log: GeminiStreamLog): void {
  if (draft.usage === undefined) return;
  const { counts, frame } = draft.usage;
  const at = placeOf(draft, frame);
  const missing = (['promptTokenCount', 'totalTokenCount'] as const).find((key) => (counts[key] ?? null) === null);
  if (missing !== undefined) {
    const came = `the last usage without \`${missing}\``;
    log.report('usage-counted', { ...at, legal: 'counts of prompt and total tokens in the last usage', came });
    return;
  }
  if (keys.some((key) => (counts[key] ?? null) !== null && !isCount(counts[key]))) return;
  for (const { expected } of usageAddsUp({ usageMetadata: counts })) {
    const came = `a total of ${countAt(counts, 'totalTokenCount')}`;
    log.report('usage-adds-up', { ...at, legal: `a total of ${String(expected)}`, came });
  }
}
