import type { Json, JsonObject } from '../../json/index.js';

/** A legal response of the Responses API with the given fields in place of its own. */
export function response(fields: JsonObject = {}): JsonObject {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_791_346_459,
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: null,
    model: 'some-model',
    output: [messageItem()],
    parallel_tool_calls: true,
    metadata: {},
    tool_choice: 'auto',
    tools: [],
    temperature: 1,
    top_p: 1,
    usage: responseUsage(),
    ...fields,
  };
}

export function responseUsage(fields: JsonObject = {}): JsonObject {
  return {
    input_tokens: 22,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 2,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 24,
    ...fields,
  };
}

export function messageItem(
  fields: JsonObject = {},
  content: Json = [{ type: 'output_text', text: 'Hello.', annotations: [] }],
): JsonObject {
  return { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content, ...fields };
}

export function functionCallItem(fields: JsonObject = {}): JsonObject {
  return {
    id: 'fc_1',
    type: 'function_call',
    status: 'completed',
    call_id: 'call_1',
    name: 'weather',
    arguments: '{"city":"Bern"}',
    ...fields,
  };
}

export const reasoningItem: JsonObject = {
  id: 'rs_1',
  type: 'reasoning',
  summary: [{ type: 'summary_text', text: 'They greet.' }],
};

export const refusalPart: JsonObject = { type: 'refusal', refusal: "I can't help with that." };
