import type { JsonObject } from '../../json/index.js';
import type { Call, CallToolChoice, EncodedCall } from '../call.js';
import { overlay } from '../overlay.js';
import { contentOf } from './encode-content.js';
import { pathOf } from './paths.js';

/** Writes only what the call says. The model and the wish for a stream are in the path, and not in the body. */
export function encodeGemini(call: Call): EncodedCall {
  const body = {
    ...(call.system === undefined ? {} : { systemInstruction: { parts: [{ text: call.system }] } }),
    contents: call.messages.map(contentOf),
    generationConfig: {
      maxOutputTokens: call.maxTokens,
      ...(call.stop?.length ? { stopSequences: call.stop } : {}),
      ...(call.schema === undefined ? {} : { responseMimeType: 'application/json', responseJsonSchema: call.schema }),
    },
    ...toolsOf(call),
    ...(call.toolChoice === undefined ? {} : { toolConfig: { functionCallingConfig: choiceOf(call.toolChoice) } }),
  };
  return {
    method: 'POST',
    path: pathOf(call.model, call.stream === true),
    headers: { 'content-type': 'application/json' },
    body: overlay(body, call.params),
  };
}

/**
 * `parameters` and not the newer `parametersJsonSchema`: it is what the function calling guide sends, and what every
 * version of the API and what stands before it knows (livekit/agents#3135, lbjlaq/Antigravity-Manager#1312). In
 * exchange a tool may only use the schema keywords of OpenAPI 3.0: `const` gets a 400 (zed-industries/zed#44875).
 */
function toolsOf({ tools }: Call): JsonObject {
  if (!tools?.length) return {};
  return {
    tools: [
      { functionDeclarations: tools.map(({ name, description, parameters }) => ({ name, description, parameters })) },
    ],
  };
}

function choiceOf(choice: CallToolChoice): JsonObject {
  if (typeof choice === 'object') return { mode: 'ANY', allowedFunctionNames: [choice.tool] };
  switch (choice) {
    case 'auto':
      return { mode: 'AUTO' };
    case 'required':
      return { mode: 'ANY' };
    case 'none':
      return { mode: 'NONE' };
  }
}
