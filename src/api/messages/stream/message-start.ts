import type { Json, JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, isList, objectAt } from '../../fields.js';
import type { MessagesStreamLog } from './rules.js';
import { type MessageDraft, placeOf } from './state.js';

export function takeMessageStart(draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog): void {
  const at = placeOf(draft, frame);
  if (draft.started !== undefined) {
    log.report('message-start-once', { ...at, came: 'message_start once more' });
    return;
  }
  const message = objectAt(body, 'message') ?? {};
  const [wrong] = faultsOf(message);
  if (wrong !== undefined) {
    const came = `message_start whose \`${wrong.key}\` is ${describe(wrong.found)}`;
    log.report('message-start-whole', { ...at, legal: `${wrong.expected} for \`${wrong.key}\``, came });
  }
  draft.started = message;
  draft.usage = objectAt(message, 'usage') ?? {};
  // Behind something else it comes too late, which has been told; the blocks go on.
  if (draft.phase === 'start') draft.phase = 'message';
}

interface Fault {
  readonly key: string;
  readonly found: Json | undefined;
  readonly expected: string;
}

function faultsOf(message: JsonObject): readonly Fault[] {
  const { type, role, id, model, content, stop_reason, stop_sequence } = message;
  const usage = objectAt(message, 'usage') ?? {};
  const checks: readonly (readonly [key: string, found: Json | undefined, holds: boolean, expected: string])[] = [
    ['type', type, type === 'message', '"message"'],
    ['role', role, role === 'assistant', '"assistant"'],
    ['id', id, isName(id), 'a non-empty string'],
    ['model', model, isName(model), 'a non-empty string'],
    ['content', content, isList(content) && content.length === 0, 'an empty list'],
    ['stop_reason', stop_reason, stop_reason === null, 'null'],
    ['stop_sequence', stop_sequence, (stop_sequence ?? null) === null, 'null'],
    ...['input_tokens', 'output_tokens'].map(
      (key) => [`usage.${key}`, usage[key], isCount(usage[key]), 'a whole number from 0 on'] as const,
    ),
  ];
  return checks.flatMap(([key, found, holds, expected]) => (holds ? [] : [{ key, found, expected }]));
}

function isName(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** What comes before `message_start` is told once; the stream is then read as if it had come. */
export function begin(draft: MessageDraft, came: string, frame: number, log: MessagesStreamLog): void {
  if (draft.phase !== 'start') return;
  log.report('message-start-first', { ...placeOf(draft, frame), came });
  draft.phase = 'message';
}
