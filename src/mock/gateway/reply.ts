import type { Pace } from '../event-stream.js';
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
