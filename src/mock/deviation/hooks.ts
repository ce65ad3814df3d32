import type { Account } from '../account/account.js';
import type { GrantBook } from '../account/grant-book.js';
import type { Decisions } from '../gateway/gateway.js';
import type { Message } from '../gateway/message.js';
import type { Transmission } from '../server/transmission.js';
import type { UpstreamLog } from '../upstream-log.js';
import { type Asked, readAsked } from './asked.js';
import type { Deviation } from './deviation.js';

/** Every place at which an account may deviate; where it does not, what goes in comes out. */
export interface Hooks {
  readonly account: (account: Account) => Account;
  readonly grants: (grants: GrantBook) => GrantBook;
  readonly decisions: (usual: Decisions) => Decisions;
  readonly upstreamLog: (log: UpstreamLog) => UpstreamLog;
  /** Left out when no message differs, so that no request need be read twice. */
  readonly message?: (message: Message, asked: Asked) => Message | Promise<Message>;
  readonly wire?: (transmission: Transmission, asked: Asked) => Transmission;
}

const none: Hooks = {
  account: same,
  grants: same,
  decisions: same,
  upstreamLog: same,
};

export function hooksOf(deviation: Deviation | undefined): Hooks {
  if (deviation === undefined) return none;
  switch (deviation.at) {
    case 'account':
      return { ...none, account: deviation.change };
    case 'grants':
      return { ...none, grants: deviation.change };
    case 'decision':
      return { ...none, decisions: (usual) => ({ ...usual, ...deviation.change(usual) }) };
    case 'model-request':
      return { ...none, decisions: (usual) => ({ ...usual, forwarded: deviation.change }) };
    case 'upstream-log':
      return { ...none, upstreamLog: deviation.change };
    case 'message':
      return { ...none, message: deviation.change };
    case 'events':
      return {
        ...none,
        message: ({ body, ...message }, asked) => ({ ...message, body: changed(deviation, body, asked) }),
      };
    case 'wire':
      return { ...none, wire: deviation.change };
    default:
      return deviation satisfies never;
  }
}

/** Answers a request, and lets the answer deviate. */
export async function deviating(
  { message: change }: Hooks,
  request: Request,
  answer: () => Promise<Message>,
): Promise<Message> {
  if (change === undefined) return answer();
  const asked = await readAsked(request.clone());
  return change(await answer(), asked);
}

function changed(
  { change }: Extract<Deviation, { readonly at: 'events' }>,
  body: Message['body'],
  asked: Asked,
): Message['body'] {
  return body.kind === 'events' ? { ...body, events: change(body.events, asked) } : body;
}

function same<Value>(value: Value): Value {
  return value;
}
