import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Answer, ToolCall } from '../answer.js';
import { countAt, listAt, objectAt, parseJson, present, textAt } from '../fields.js';
import { finishOf } from './finish.js';
import { itemsOfType, partsOfType } from './output.js';

export function readResponsesAnswer(body: Json): Answer | undefined {
  // Clients take a 200 that carries an error for a success; the harness must not.
  if (!isJsonObject(body) || (body['error'] ?? null) !== null || body['status'] === 'failed') return undefined;
  const output = listAt(body, 'output');
  if (output === undefined) return undefined;
  return present({
    text: joined(output, 'output_text', 'text'),
    thinking: thinkingIn(output) || undefined,
    refusal: joined(output, 'refusal', 'refusal') || undefined,
    ...finishOf(body),
    model: textAt(body, 'model'),
    id: textAt(body, 'id'),
    usage: readUsage(objectAt(body, 'usage')),
    toolCalls: itemsOfType(output, 'function_call').flatMap(readFunctionCall),
  });
}

function joined(output: Json, type: string, key: string): string {
  return partsOfType(output, type)
    .map((part) => textAt(part, key) ?? '')
    .join('');
}

/** Providers show a summary of the reasoning, or the reasoning itself as its content. */
function thinkingIn(output: Json): string {
  return itemsOfType(output, 'reasoning')
    .flatMap((item) => [
      ...itemsOfType(listAt(item, 'summary'), 'summary_text'),
      ...itemsOfType(listAt(item, 'content'), 'reasoning_text'),
    ])
    .map((part) => textAt(part, 'text') ?? '')
    .join('');
}

function readUsage(usage: JsonObject | undefined): Answer['usage'] {
  if (usage === undefined) return undefined;
  return present({
    input: countAt(usage, 'input_tokens'),
    output: countAt(usage, 'output_tokens'),
    total: countAt(usage, 'total_tokens'),
  });
}

/** Results name the call by its `call_id`; the `id` is that of the item. */
function readFunctionCall(item: JsonObject): readonly ToolCall[] {
  const name = textAt(item, 'name');
  if (name === undefined) return [];
  const text = item['arguments'] ?? null;
  const decoded = typeof text === 'string' ? (parseJson(text) ?? text) : text;
  return [present({ id: textAt(item, 'call_id'), name, arguments: decoded })];
}
