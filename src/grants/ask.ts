import type { Json } from '../json/index.js';

/** A question to the management API, as an identity of the target. */
export interface Question {
  readonly as: string;
  readonly method: 'GET' | 'PATCH';
  /** Path and query. */
  readonly path: string;
  readonly json?: Json;
}

/** `body` is undefined when it is not JSON; `message` says in words what came, for who has to mend it. */
export interface Reply {
  /** Undefined when no whole answer came. */
  readonly status: number | undefined;
  readonly body: Json | undefined;
  readonly message: string;
}

/** Sends a question to the home workspace of a target. Never rejects for what the network does. */
export type Ask = (question: Question) => Promise<Reply>;

export function succeeded({ status }: Reply): boolean {
  return status !== undefined && status >= 200 && status < 300;
}
