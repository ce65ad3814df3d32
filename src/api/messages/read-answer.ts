import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Answer, ToolCall } from '../answer.js';
import { textOf } from '../content.js';
import { countAt, listAt, objectAt, present, textAt } from '../fields.js';
import { messagesStopReasons } from './stop-reasons.js';

export function readMessagesAnswer(body: Json): Answer | undefined {
  // Clients take a 200 that carries an error for a success; the harness must not.
  if (!isJsonObject(body) || body['type'] === 'error' || (body['error'] ?? null) !== null) return undefined;
  const content = listAt(body, 'content');
  if (content === undefined) return undefined;
  const rawFinish = textAt(body, 'stop_reason');
  return present({
    text: textOf(content),
    thinking: content.map(thinkingOf).join('') || undefined,
    finish: rawFinish === undefined ? undefined : (messagesStopReasons.get(rawFinish) ?? 'other'),
    rawFinish,
    model: textAt(body, 'model'),
    id: textAt(body, 'id'),
    usage: readUsage(objectAt(body, 'usage')),
    toolCalls: content.flatMap(readToolUse),
  });
}

function thinkingOf(block: Json): string {
  return isJsonObject(block) && block['type'] === 'thinking' ? (textAt(block, 'thinking') ?? '') : '';
}

// The API has no total of its own; adding one up here would pass off our sum as the gateway's count.
function readUsage(usage: JsonObject | undefined): Answer['usage'] {
  if (usage === undefined) return undefined;
  return present({ input: countAt(usage, 'input_tokens'), output: countAt(usage, 'output_tokens') });
}

function readToolUse(block: Json): readonly ToolCall[] {
  if (!isJsonObject(block) || block['type'] !== 'tool_use') return [];
  const name = textAt(block, 'name');
  return name === undefined ? [] : [present({ id: textAt(block, 'id'), name, arguments: block['input'] ?? null })];
}
