import type { Json, JsonObject } from '../../json/index.js';

/** A legal response of Gemini with the given fields in place of its own. */
export function generated(fields: JsonObject = {}): JsonObject {
  return {
    candidates: [candidate()],
    usageMetadata: { promptTokenCount: 22, candidatesTokenCount: 2, totalTokenCount: 24 },
    modelVersion: 'some-model',
    responseId: 'response_1',
    ...fields,
  };
}

export function candidate(fields: JsonObject = {}, parts: Json = [{ text: 'Hello.' }]): JsonObject {
  return { index: 0, content: { role: 'model', parts }, finishReason: 'STOP', ...fields };
}

/** A legal response with these parts. */
export function withParts(...parts: readonly Json[]): JsonObject {
  return generated({ candidates: [candidate({}, parts)] });
}

export function functionCallPart(fields: JsonObject = {}): JsonObject {
  return { functionCall: { name: 'weather', args: { city: 'Bern' }, ...fields } };
}
