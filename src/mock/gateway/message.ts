import type { Pace } from '../event-stream.js';
import type { ServerSentEvent } from '../server-sent-events.js';
import type { Reply } from './reply.js';

/** A response as HTTP has it, before it becomes bytes. */
export interface Message {
  readonly status: number;
  /** By lower-case name. How long the body is, is added when it is known. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: MessageBody;
}

export type MessageBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'events'; readonly events: Iterable<ServerSentEvent>; readonly pace: Pace };

export function messageOf(reply: Reply, requestId: string): Message {
  if (reply.kind === 'stream') {
    return {
      status: 200,
      headers: { 'content-type': 'text/event-stream', 'x-request-id': requestId },
      body: { kind: 'events', events: reply.events, pace: reply.pace },
    };
  }
  return {
    status: reply.kind === 'answer' ? 200 : reply.status,
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      ...(reply.kind === 'answer' || reply.kind === 'error' ? reply.headers : undefined),
      ...(reply.kind === 'token-refused' && tokenHeaders(reply.status)),
    },
    body: { kind: 'json', value: bodyOf(reply, requestId) },
  };
}

// Both envelopes as users have pasted them, for instance in databricks/unity-gateway#53.
function bodyOf(reply: Exclude<Reply, { readonly kind: 'stream' }>, requestId: string): object {
  switch (reply.kind) {
    case 'answer':
      return reply.body;
    case 'error':
      return {
        error_code: reply.code,
        message: reply.message,
        details: [{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: requestId, serving_data: '' }],
      };
    case 'unauthenticated':
      return { error_code: reply.status, message: reply.message };
    case 'token-refused':
      return { error: reply.error, error_description: reply.description };
  }
}

/** A client that failed to authenticate by Authorization is told its scheme. */
function tokenHeaders(status: 400 | 401): Readonly<Record<string, string>> {
  return { 'cache-control': 'no-store', ...(status === 401 && { 'www-authenticate': 'Basic realm="oidc"' }) };
}
