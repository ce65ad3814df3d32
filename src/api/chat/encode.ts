import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Call, CallMessage, CallTool, CallToolChoice, EncodedCall } from '../call.js';
import { idOfCall } from '../call-id.js';
import { listAt, objectAt } from '../fields.js';
import { overlay } from '../overlay.js';

export const chatPath = '/ai-gateway/mlflow/v1/chat/completions';

/**
 * Writes only what the call says: models differ in the optional fields that they know, and some answer 400 to the
 * others (a model that "does not support the temperature parameter", leonardovida/duckdb-ai#85).
 */
export function encodeChat(call: Call): EncodedCall {
  const { system, stop, tools, toolChoice, schema, stream } = call;
  const body = {
    model: call.model,
    messages: [...(system === undefined ? [] : [{ role: 'system', content: system }]), ...call.messages.flatMap(turn)],
    max_tokens: call.maxTokens,
    ...(stop?.length ? { stop } : {}),
    ...(tools?.length ? { tools: tools.map(functionTool) } : {}),
    ...(toolChoice === undefined ? {} : { tool_choice: choice(toolChoice) }),
    ...(schema === undefined ? {} : { response_format: format(schema) }),
    ...(stream ? { stream } : {}),
  };
  return {
    method: 'POST',
    path: chatPath,
    headers: { 'content-type': 'application/json' },
    body: overlay(body, call.params),
  };
}

function turn(message: CallMessage, index: number): readonly Json[] {
  switch (message.role) {
    case 'user':
      return [userMessage(message)];
    case 'assistant':
      return [assistantMessage(message, index)];
    case 'tool':
      // One message for each result; the API has no way to put several into one.
      return message.results.map(({ call, text }, position) => ({
        role: 'tool',
        tool_call_id: idOfCall(call, index - 1, position),
        content: text,
      }));
  }
}

function userMessage({ text, images }: Extract<CallMessage, { readonly role: 'user' }>): JsonObject {
  if (!images?.length) return { role: 'user', content: text };
  const parts = images.map(({ mediaType, base64 }) => ({
    type: 'image_url',
    image_url: { url: `data:${mediaType};base64,${base64}` },
  }));
  return { role: 'user', content: [...(text === '' ? [] : [{ type: 'text', text }]), ...parts] };
}

function assistantMessage(message: Extract<CallMessage, { readonly role: 'assistant' }>, index: number): Json {
  if ('returned' in message) return returnedMessage(message.returned);
  const { text, calls } = message;
  if (!calls?.length) return { role: 'assistant', content: text };
  const toolCalls = calls.map((call, position) => ({
    id: idOfCall(call, index, position),
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }));
  // Null, as the API itself says it: some models refuse an empty text beside calls (databricks/databricks-ai-bridge#333).
  return { role: 'assistant', content: text === '' ? null : text, tool_calls: toolCalls };
}

/** The message of an answer. What holds none goes back as it came, so that the gateway says what is wrong with it. */
function returnedMessage(answer: Json): Json {
  const first = isJsonObject(answer) ? listAt(answer, 'choices')?.[0] : undefined;
  return (isJsonObject(first) ? objectAt(first, 'message') : undefined) ?? answer;
}

function functionTool({ name, description, parameters }: CallTool): JsonObject {
  return { type: 'function', function: { name, description, parameters } };
}

function choice(given: CallToolChoice): Json {
  return typeof given === 'string' ? given : { type: 'function', function: { name: given.tool } };
}

function format(schema: JsonObject): JsonObject {
  return { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } };
}
