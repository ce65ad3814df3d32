import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { countAt, objectAt } from '../../fields.js';
import { messagesStopReasons } from '../stop-reasons.js';
import { begin } from './message-start.js';
import type { MessagesStreamLog } from './rules.js';
import { type MessageDraft, placeOf } from './state.js';

export function takeMessageDelta(draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog): void {
  begin(draft, 'message_delta', frame, log);
  closeBlock(draft, 'message_delta', frame, log);
  const at = placeOf(draft, frame);
  const delta = objectAt(body, 'delta');
  const usage = objectAt(body, 'usage');
  if (delta === undefined || usage === undefined || countAt(usage, 'output_tokens') === undefined) {
    const came =
      delta === undefined
        ? `message_delta whose \`delta\` is ${describe(body['delta'])}`
        : usage === undefined
          ? `message_delta whose \`usage\` is ${describe(body['usage'])}`
          : `message_delta whose \`usage.output_tokens\` is ${describe(usage['output_tokens'])}`;
    log.report('message-delta-whole', { ...at, legal: 'message_delta with a delta and the output tokens', came });
  }
  if (usage !== undefined) takeUsage(draft, usage, frame, log);
  if (delta !== undefined) takeStop(draft, delta, frame, log);
  draft.phase = 'closing';
}

/** A block that never stopped is told once, and then taken for stopped. */
export function closeBlock(draft: MessageDraft, came: string, frame: number, log: MessagesStreamLog): void {
  if (draft.open === undefined) return;
  log.report('block-stopped', { ...placeOf(draft, frame), came });
  draft.open = undefined;
  draft.phase = 'message';
}

function takeStop(draft: MessageDraft, delta: JsonObject, frame: number, log: MessagesStreamLog): void {
  const reason = delta['stop_reason'] ?? null;
  if ('stop_sequence' in delta) draft.stopSequence = delta['stop_sequence'] ?? null;
  if (reason === null) return;
  if (typeof reason !== 'string' || !messagesStopReasons.has(reason)) {
    const legal = `null or one of ${[...messagesStopReasons.keys()].join(', ')}`;
    const came = `\`stop_reason\` that is ${describe(reason)}`;
    log.report('finish-reason-known', { ...placeOf(draft, frame), legal, came });
  }
  if (typeof reason === 'string' && reason !== '') draft.stopReason = reason;
}

/**
 * Clients overwrite what they had: an `input_tokens` of 0 here erases the real count. The output tokens of
 * `message_start` are an estimate and may be above the first total.
 */
function takeUsage(draft: MessageDraft, usage: JsonObject, frame: number, log: MessagesStreamLog): void {
  const before = { input_tokens: countAt(draft.usage, 'input_tokens'), output_tokens: draft.outputTokens };
  for (const key of ['input_tokens', 'output_tokens'] as const) {
    const count = countAt(usage, key);
    const known = before[key];
    if (count === undefined || known === undefined || count >= known) continue;
    const came = `message_delta with ${count} for \`${key}\``;
    log.report('usage-cumulative', { ...placeOf(draft, frame), legal: `at least ${known} for \`${key}\``, came });
  }
  const output = countAt(usage, 'output_tokens');
  if (output !== undefined) draft.outputTokens = output;
  draft.usage = { ...draft.usage, ...countsOf(usage) };
}

/** Only what the answer tells: a hostile stream could give each event new keys. */
function countsOf(usage: JsonObject): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ['input_tokens', 'output_tokens'].flatMap((key) => {
      const count = countAt(usage, key);
      return count === undefined ? [] : [[key, count]];
    }),
  );
}
