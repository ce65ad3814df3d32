import type { BodyRecord, ExchangeRecord } from '../index.js';

const host = 'https://adb-1234567890123456.16.azuredatabricks.net';

export function textBody(text: string): BodyRecord {
  return { kind: 'text', text, bytes: Buffer.byteLength(text) };
}

/** A chat request of the sample target and its answer. */
export function chatExchange(
  model: string,
  status: number,
  answer: string,
  contentType = 'application/json',
): ExchangeRecord {
  const body = JSON.stringify({
    model,
    messages: [{ role: 'user', content: "Say hello. It's a test." }],
    max_tokens: 64,
  });
  return {
    request: {
      method: 'POST',
      url: `${host}/ai-gateway/mlflow/v1/chat/completions`,
      headers: [
        ['Authorization', 'Bearer ‹redacted: authorization›'],
        ['Content-Type', 'application/json'],
        ['User-Agent', 'gateway-conformance/0.1.0'],
      ],
      body: textBody(body),
    },
    response: {
      status,
      headers: [
        ['content-type', contentType],
        ['x-request-id', '1bfbbcbb-892b-42b4-8368-65860bfde435'],
        ['server', 'databricks'],
      ],
      body: textBody(answer),
    },
    times: { startedAt: 1_795_167_001_000, dequeued: 0.3, connected: 18.4, firstByte: 410.2, end: 623.9 },
  };
}

export const completion = JSON.stringify({
  id: 'chatcmpl_8f1c',
  object: 'chat.completion',
  created: 1795167001,
  model: 'claude-opus-4-6',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello! 👋' }, finish_reason: 'stop', logprobs: null }],
  usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 },
});

export const notFound = JSON.stringify({
  error_code: 'NOT_FOUND',
  message: "'main.default.no-such-service' does not exist",
  details: [
    { '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: '1bfbbcbb-892b-42b4-8368-65860bfde435' },
  ],
});
