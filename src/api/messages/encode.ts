import type { Call, EncodedCall } from '../api.js';
import { overlay } from '../overlay.js';

export const messagesPath = '/ai-gateway/anthropic/v1/messages';

/** What the vendor's own clients send. Whether the gateway insists on one is not documented. */
export const defaultAnthropicVersion = '2023-06-01';

export function encodeMessages(call: Call): EncodedCall {
  const body = {
    model: call.model,
    max_tokens: call.maxTokens,
    ...(call.system === undefined ? {} : { system: call.system }),
    messages: call.messages.map(({ role, text }) => ({ role, content: text })),
    ...(call.stop?.length ? { stop_sequences: call.stop } : {}),
    ...(call.stream ? { stream: true } : {}),
  };
  const version = call.apiVersion === undefined ? defaultAnthropicVersion : call.apiVersion;
  return {
    method: 'POST',
    path: messagesPath,
    headers: { 'content-type': 'application/json', ...(version === null ? {} : { 'anthropic-version': version }) },
    body: overlay(body, call.params),
  };
}
