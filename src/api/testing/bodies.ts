import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../json/index.js';

/** A legal chat completion with the given fields in place of its own. */
export function completion(fields: JsonObject = {}): JsonObject {
  return {
    id: 'chatcmpl_1',
    object: 'chat.completion',
    created: 1_791_346_459,
    model: 'some-model',
    choices: [choice()],
    usage: { prompt_tokens: 22, completion_tokens: 2, total_tokens: 24 },
    ...fields,
  };
}

export function choice(
  fields: JsonObject = {},
  message: JsonObject = { role: 'assistant', content: 'Hello.' },
): JsonObject {
  return { index: 0, message, finish_reason: 'stop', logprobs: null, ...fields };
}

export function functionCall(fields: JsonObject = {}): JsonObject {
  return { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' }, ...fields };
}

/** A legal chat completion that calls tools. */
export function calling(calls: readonly Json[], finish: Json = 'tool_calls'): JsonObject {
  return completion({
    choices: [choice({ finish_reason: finish }, { role: 'assistant', content: null, tool_calls: calls })],
  });
}

/** A legal message with the given fields in place of its own. */
export function message(fields: JsonObject = {}): JsonObject {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'some-model',
    content: [{ type: 'text', text: 'Hello.' }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 22, output_tokens: 2 },
    ...fields,
  };
}

export const toolUse: JsonObject = { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Bern' } };

/** The text of a contract as it stands in the repository. */
export function contractText(file: string): string {
  return readFileSync(new URL(`../../../specs/contracts/${file}`, import.meta.url), 'utf8');
}
