import { HttpResponse } from 'msw';
import { eventStream, type Pace } from '../event-stream.js';
import type { ServerSentEvent } from '../server-sent-events.js';

/** What the gateway has decided to say, before it becomes HTTP. */
export type Reply =
  | { readonly kind: 'answer'; readonly body: object; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'stream'; readonly events: Iterable<ServerSentEvent>; readonly pace: Pace }
  /** The standard envelope: a code as text, and the request's id in `details`. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The authentication layer's envelope: the status again as a number for a code, and no `details`. */
  | { readonly kind: 'unauthenticated'; readonly status: 401 | 403; readonly message: string }
  /** A token endpoint's own form (RFC 6749 section 5.2). */
  | {
      readonly kind: 'token-refused';
      readonly status: 400 | 401;
      readonly error: string;
      readonly description: string;
    };

/** A step on the way to an answer: it yields what the next step needs, or ends the way. */
export type Step<Value> =
  | { readonly done: false; readonly value: Value }
  | { readonly done: true; readonly reply: Reply };

export function proceed<Value>(value: Value): Step<Value> {
  return { done: false, value };
}

export function refuse(status: number, code: string, message: string): { readonly done: true; readonly reply: Reply } {
  return { done: true, reply: { kind: 'error', status, code, message } };
}

export function toResponse(reply: Reply, requestId: string): Response {
  if (reply.kind !== 'stream') return toJsonResponse(reply, requestId);
  return new HttpResponse(eventStream(reply.events, reply.pace), {
    headers: { 'content-type': 'text/event-stream', 'x-request-id': requestId },
  });
}

type JsonReply = Exclude<Reply, { readonly kind: 'stream' }>;

function toJsonResponse(reply: JsonReply, requestId: string): Response {
  const bytes = Buffer.from(JSON.stringify(bodyOf(reply, requestId)));
  return new HttpResponse(bytes, {
    status: reply.kind === 'answer' ? 200 : reply.status,
    headers: {
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'x-request-id': requestId,
      ...(reply.kind === 'answer' || reply.kind === 'error' ? reply.headers : undefined),
      ...(reply.kind === 'token-refused' && tokenHeaders(reply.status)),
    },
  });
}

// Both envelopes as users have pasted them, for instance in databricks/unity-gateway#53.
function bodyOf(reply: JsonReply, requestId: string): object {
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
