import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { CalledTool, CallImage, CallMessage } from '../call.js';
import { listAt, present } from '../fields.js';

/** One turn. The results of several calls stay together in one: apart they are refused (mlflow/mlflow#25788). */
export function contentOf(message: CallMessage): Json {
  if ('returned' in message) return returnedContent(message.returned);
  switch (message.role) {
    case 'user':
      // The guide to image understanding wants the text behind the image that it is about.
      return { role: 'user', parts: withText((message.images ?? []).map(imagePart), message.text, 'behind') };
    case 'assistant':
      return { role: 'model', parts: withText((message.calls ?? []).map(callPart), message.text, 'before') };
    case 'tool':
      return {
        role: 'user',
        parts: message.results.map(({ call, text }) => ({
          functionResponse: { ...identityOf(call), response: { result: text } },
        })),
      };
  }
}

/**
 * Untouched: a `thoughtSignature` has to come back on the part on which it came (mlflow/mlflow#23989). What holds no
 * content is for the gateway to refuse.
 */
function returnedContent(answer: Json): Json {
  const candidate = isJsonObject(answer) ? listAt(answer, 'candidates')?.[0] : undefined;
  return (isJsonObject(candidate) ? candidate['content'] : undefined) ?? answer;
}

/** The parts with the text, which says nothing when it is empty, unless there is nothing else. */
function withText(parts: readonly JsonObject[], text: string, place: 'before' | 'behind'): readonly JsonObject[] {
  if (text === '' && parts.length > 0) return parts;
  return place === 'before' ? [{ text }, ...parts] : [...parts, { text }];
}

function imagePart({ mediaType, base64 }: CallImage): JsonObject {
  return { inlineData: { mimeType: mediaType, data: base64 } };
}

function callPart(call: CalledTool): JsonObject {
  return { functionCall: { ...identityOf(call), args: call.arguments } };
}

/** No id is made up for a call without one: it is optional here, and some providers refuse a foreign one (mlflow/mlflow#24127). */
function identityOf({ id, name }: CalledTool): JsonObject {
  return { ...present({ id }), name };
}
