import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Call, CallMessage, CallTool, CallToolChoice, EncodedCall } from '../call.js';
import { idOfCall } from '../call-id.js';
import { present } from '../fields.js';
import { overlay } from '../overlay.js';

export const messagesPath = '/ai-gateway/anthropic/v1/messages';

/** What the vendor's own clients send. Whether the gateway insists on one is not documented. */
export const defaultAnthropicVersion = '2023-06-01';

export function encodeMessages(call: Call): EncodedCall {
  const { system, stop, tools, toolChoice, schema, stream } = call;
  const body = {
    model: call.model,
    max_tokens: call.maxTokens,
    ...(system === undefined ? {} : { system }),
    messages: call.messages.map(turn),
    ...(stop?.length ? { stop_sequences: stop } : {}),
    ...(tools?.length ? { tools: tools.map(tool) } : {}),
    ...(toolChoice === undefined ? {} : { tool_choice: choice(toolChoice) }),
    ...(schema === undefined ? {} : { output_config: { format: { type: 'json_schema', schema } } }),
    ...(stream ? { stream } : {}),
  };
  const version = call.apiVersion === undefined ? defaultAnthropicVersion : call.apiVersion;
  return {
    method: 'POST',
    path: messagesPath,
    headers: { 'content-type': 'application/json', ...(version === null ? {} : { 'anthropic-version': version }) },
    body: overlay(body, call.params),
  };
}

function turn(message: CallMessage, index: number): Json {
  switch (message.role) {
    case 'user': {
      const { role, text, images } = message;
      return { role, content: images?.length ? [...textBlocks(text), ...images.map(imageBlock)] : text };
    }
    case 'assistant':
      return 'returned' in message ? returnedMessage(message.returned) : assistantMessage(message, index);
    case 'tool': {
      // All in one message: the API refuses calls whose results are not in the next one.
      const results = message.results.map(({ call, text }, position) => ({
        type: 'tool_result',
        tool_use_id: idOfCall(call, index - 1, position),
        content: text,
      }));
      return { role: 'user', content: results };
    }
  }
}

function assistantMessage(
  { role, text, calls }: Extract<CallMessage, { readonly text: string; readonly role: 'assistant' }>,
  index: number,
): JsonObject {
  if (!calls?.length) return { role, content: text };
  const uses = calls.map((call, position) => ({
    type: 'tool_use',
    id: idOfCall(call, index, position),
    name: call.name,
    input: call.arguments,
  }));
  return { role, content: [...textBlocks(text), ...uses] };
}

/** The message of an answer. What holds none goes back as it came, so that the gateway says what is wrong with it. */
function returnedMessage(answer: Json): Json {
  if (!isJsonObject(answer) || answer['content'] === undefined) return answer;
  return present({ role: answer['role'], content: answer['content'] });
}

/** The API refuses text blocks without text. */
function textBlocks(text: string): readonly JsonObject[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function imageBlock({ mediaType, base64 }: { readonly mediaType: string; readonly base64: string }): JsonObject {
  return { type: 'image', source: { type: 'base64', media_type: mediaType, data: base64 } };
}

function tool({ name, description, parameters }: CallTool): JsonObject {
  return { name, description, input_schema: parameters };
}

function choice(given: CallToolChoice): JsonObject {
  if (typeof given === 'object') return { type: 'tool', name: given.tool };
  return { type: given === 'required' ? 'any' : given };
}
