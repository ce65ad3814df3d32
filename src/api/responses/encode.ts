import type { Json, JsonObject } from '../../json/index.js';
import type { Call, CallTool, CallToolChoice, EncodedCall } from '../call.js';
import { overlay } from '../overlay.js';
import { inputOf } from './input.js';

export const responsesPath = '/ai-gateway/mlflow/v1/responses';

/**
 * Writes only what the call says: models differ in the optional fields that they know, and some answer 400 to the
 * others. Stop sequences are left out, because this API has no field for them.
 */
export function encodeResponses(call: Call): EncodedCall {
  const { system, tools, toolChoice, schema, stream } = call;
  const body = {
    model: call.model,
    ...(system === undefined ? {} : { instructions: system }),
    input: inputOf(call.messages),
    max_output_tokens: call.maxTokens,
    ...(tools?.length ? { tools: tools.map(functionTool) } : {}),
    ...(toolChoice === undefined ? {} : { tool_choice: choice(toolChoice) }),
    ...(schema === undefined ? {} : { text: { format: format(schema) } }),
    ...(stream ? { stream } : {}),
  };
  return {
    method: 'POST',
    path: responsesPath,
    headers: { 'content-type': 'application/json' },
    body: overlay(body, call.params),
  };
}

/** Flat, unlike those of Chat Completions. Without `strict`, which some models refuse (databricks/databricks-ai-bridge#269). */
function functionTool({ name, description, parameters }: CallTool): JsonObject {
  return { type: 'function', name, description, parameters };
}

function choice(given: CallToolChoice): Json {
  return typeof given === 'string' ? given : { type: 'function', name: given.tool };
}

function format(schema: JsonObject): JsonObject {
  return { type: 'json_schema', name: 'answer', strict: true, schema };
}
