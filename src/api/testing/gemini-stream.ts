import type { Json, JsonObject } from '../../json/index.js';

// The chunks of a streamed Gemini answer, legal as they are.

export const identity = { responseId: 'response_1', modelVersion: 'some-model' };

export function chunk(candidates: Json, fields: JsonObject = {}): JsonObject {
  return { candidates, ...identity, ...fields };
}

/** A chunk of one candidate with these parts. */
export function part(parts: readonly Json[], fields: JsonObject = {}): JsonObject {
  return chunk([{ index: 0, content: { role: 'model', parts }, ...fields }]);
}

export function says(text: Json, fields: JsonObject = {}): JsonObject {
  return part([{ text }], fields);
}

export function call(fields: JsonObject = {}): JsonObject {
  return { functionCall: { name: 'weather', args: { city: 'Bern' }, ...fields } };
}

export function usage(prompt: Json, candidates: Json, total: Json): JsonObject {
  return { usageMetadata: { promptTokenCount: prompt, candidatesTokenCount: candidates, totalTokenCount: total } };
}

export const hello = says('Hello');
export const stop = { ...says('.', { finishReason: 'STOP' }), ...usage(22, 2, 24) };
export const blocked: JsonObject = { ...identity, promptFeedback: { blockReason: 'SAFETY' } };
export const full: JsonObject = { error: { code: 503, message: 'Overloaded.', status: 'UNAVAILABLE' } };
