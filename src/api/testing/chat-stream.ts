import type { Json, JsonObject } from '../../json/index.js';

// The chunks of a streamed chat completion, legal as they are.

export const identity = {
  id: 'chatcmpl_1',
  object: 'chat.completion.chunk',
  created: 1_791_346_459,
  model: 'some-model',
};

export function chunk(choices: Json, fields: JsonObject = {}): JsonObject {
  return { ...identity, choices, ...fields };
}

export function delta(given: JsonObject, finish: Json = null, index: Json = 0, fields: JsonObject = {}): JsonObject {
  return chunk([{ index, delta: given, finish_reason: finish, logprobs: null }], fields);
}

export const first = delta({ role: 'assistant', content: '' });
export const hello = delta({ content: 'Hello' });
export const stop = delta({}, 'stop');
export const counts = { prompt_tokens: 22, completion_tokens: 2, total_tokens: 24 };
export const usage = chunk([], { usage: counts });

export function call(index: Json, fields: JsonObject): JsonObject {
  return delta({ tool_calls: [{ index, ...fields }] });
}
export function opened(index: Json, id: string, fields: JsonObject = {}): JsonObject {
  return call(index, { id, type: 'function', function: { name: 'weather', arguments: '' }, ...fields });
}
export function args(index: Json, fragment: Json, fields: JsonObject = {}): JsonObject {
  return call(index, { function: { arguments: fragment }, ...fields });
}
export const called = delta({}, 'tool_calls');
