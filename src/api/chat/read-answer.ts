import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Answer, FinishReason, ToolCall } from '../answer.js';
import { textOf } from '../content.js';
import { countAt, listAt, objectAt, parseJson, present, textAt } from '../fields.js';
import { chatFinishReasons } from './finish-reasons.js';

export function readChatAnswer(body: Json): Answer | undefined {
  // Clients take a 200 that carries an error for a success; the harness must not.
  if (!isJsonObject(body) || (body['error'] ?? null) !== null) return undefined;
  const choice = listAt(body, 'choices')?.[0];
  const message = isJsonObject(choice) ? objectAt(choice, 'message') : undefined;
  if (!isJsonObject(choice) || message === undefined) return undefined;
  const rawFinish = textAt(choice, 'finish_reason');
  const refusal = textAt(message, 'refusal') || undefined;
  return present({
    text: textOf(message['content']),
    refusal,
    finish: rawFinish === undefined ? undefined : finishOf(rawFinish, refusal),
    rawFinish,
    model: textAt(body, 'model'),
    id: textAt(body, 'id'),
    usage: readUsage(objectAt(body, 'usage')),
    toolCalls: (listAt(message, 'tool_calls') ?? []).flatMap(readToolCall),
  });
}

/** A model that declined to answer stops like any other. */
function finishOf(raw: string, refusal: string | undefined): FinishReason {
  return raw === 'stop' && refusal !== undefined ? 'filtered' : (chatFinishReasons.get(raw) ?? 'other');
}

function readUsage(usage: JsonObject | undefined): Answer['usage'] {
  if (usage === undefined) return undefined;
  return present({
    input: countAt(usage, 'prompt_tokens'),
    output: countAt(usage, 'completion_tokens'),
    total: countAt(usage, 'total_tokens'),
  });
}

function readToolCall(call: Json): readonly ToolCall[] {
  if (!isJsonObject(call)) return [];
  const called = objectAt(call, 'function');
  const name = called && textAt(called, 'name');
  if (called === undefined || name === undefined) return [];
  const text = called['arguments'] ?? null;
  const decoded = typeof text === 'string' ? (parseJson(text) ?? text) : text;
  return [present({ id: textAt(call, 'id'), name, arguments: decoded })];
}
