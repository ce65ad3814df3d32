import type { Call, CallMessage, EncodedCall } from '../call.js';
import { overlay } from '../overlay.js';

export const embeddingsPath = '/ai-gateway/mlflow/v1/embeddings';

/**
 * Without an `encoding_format`: what a gateway makes of none is a question of its own, and official clients differ in
 * what they send by themselves. A spec that wants one says so in `params`.
 */
export function encodeEmbeddings(call: Call): EncodedCall {
  const body = { model: call.model, input: call.inputs ?? textOf(call.messages.at(-1)) };
  return {
    method: 'POST',
    path: embeddingsPath,
    headers: { 'content-type': 'application/json' },
    body: overlay(body, call.params),
  };
}

function textOf(message: CallMessage | undefined): string {
  return message !== undefined && 'text' in message ? message.text : '';
}
