import type { Json, JsonObject } from '../../json/index.js';

// The events of a streamed message, legal as they are.

const begun: JsonObject = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'some-model',
  content: [],
  stop_reason: null,
  stop_sequence: null,
  usage: { input_tokens: 22, output_tokens: 1 },
};
export const starting = (fields: JsonObject = {}): JsonObject => ({
  type: 'message_start',
  message: { ...begun, ...fields },
});
export const open = (index: Json, block: JsonObject): JsonObject => ({
  type: 'content_block_start',
  index,
  content_block: block,
});
export const delta = (index: Json, given: Json): JsonObject => ({ type: 'content_block_delta', index, delta: given });
export const close = (index: Json): JsonObject => ({ type: 'content_block_stop', index });
export const ending = (reason: Json, fields: JsonObject = {}, usage: Json = { output_tokens: 5 }): JsonObject => ({
  type: 'message_delta',
  delta: { stop_reason: reason, stop_sequence: null, ...fields },
  usage,
});

export const start = starting();
export const stop: JsonObject = { type: 'message_stop' };
export const ping: JsonObject = { type: 'ping' };
export const end = ending('end_turn');
export const emptyText = { type: 'text', text: '' };
export const says = (text: string): JsonObject => ({ type: 'text_delta', text });
export const tool = (fields: JsonObject = {}) => ({
  type: 'tool_use',
  id: 'toolu_1',
  name: 'weather',
  input: {},
  ...fields,
});
export const json = (text: Json): JsonObject => ({ type: 'input_json_delta', partial_json: text });
export const thinks: JsonObject = { type: 'thinking_delta', thinking: 'Hm.' };
export const signs: JsonObject = { type: 'signature_delta', signature: 'c2ln' };
export const cites = (citation: Json): JsonObject => ({ type: 'citations_delta', citation });
export const thinking = { type: 'thinking', thinking: '', signature: '' };
export const full = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded.' } };

export const text = (index: number) => [open(index, emptyText), delta(index, says('Hello')), close(index)];
export const use = (index: number, input: string, fields: JsonObject = {}) => [
  open(index, tool(fields)),
  delta(index, json('')),
  delta(index, json(input)),
  close(index),
];
export const thought = (index: number, ...deltas: readonly JsonObject[]) => [
  open(index, thinking),
  ...deltas.map((each) => delta(index, each)),
  close(index),
];

export const whole = [start, ...text(0), end, stop];
