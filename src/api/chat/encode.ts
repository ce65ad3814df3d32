import type { Call, EncodedCall } from '../api.js';
import { overlay } from '../overlay.js';

export const chatPath = '/ai-gateway/mlflow/v1/chat/completions';

/**
 * Writes only what the call says: models differ in the optional fields that they know, and some answer 400 to the
 * others (a model that "does not support the temperature parameter", leonardovida/duckdb-ai#85).
 */
export function encodeChat(call: Call): EncodedCall {
  const body = {
    model: call.model,
    messages: [
      ...(call.system === undefined ? [] : [{ role: 'system', content: call.system }]),
      ...call.messages.map(({ role, text }) => ({ role, content: text })),
    ],
    max_tokens: call.maxTokens,
    ...(call.stop?.length ? { stop: call.stop } : {}),
    ...(call.stream ? { stream: true } : {}),
  };
  return {
    method: 'POST',
    path: chatPath,
    headers: { 'content-type': 'application/json' },
    body: overlay(body, call.params),
  };
}
