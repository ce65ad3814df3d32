import type { Account, ApiName } from '../account/account.js';
import type { GrantBook } from '../account/grant-book.js';
import type { RequestBody } from '../apis/api.js';
import type { Decisions } from '../gateway/gateway.js';
import type { Message } from '../gateway/message.js';
import type { Transmission } from '../server/transmission.js';
import type { ServerSentEvent } from '../server-sent-events.js';
import type { UpstreamLog } from '../upstream-log.js';
import type { Asked } from './asked.js';

/** One place at which a simulated account differs from what it is meant to be. */
export type Deviation =
  /** What the gateway goes by, while targets still describe the account as it is meant to be. */
  | { readonly at: 'account'; readonly change: (account: Account) => Account }
  /** How changes of grants are kept and when they come into force. */
  | { readonly at: 'grants'; readonly change: (grants: GrantBook) => GrantBook }
  /** Who is let in, which workspace counts, how a name resolves, what is missing, what a request may say. */
  | { readonly at: 'decision'; readonly change: (usual: Decisions) => Partial<Decisions> }
  /** A request on its way to the model. */
  | { readonly at: 'model-request'; readonly change: (body: RequestBody, api: ApiName) => RequestBody }
  /** What the model notes of its requests. */
  | { readonly at: 'upstream-log'; readonly change: (log: UpstreamLog) => UpstreamLog }
  /** A response: status, headers, and the body as data. */
  | { readonly at: 'message'; readonly change: (message: Message, asked: Asked) => Message | Promise<Message> }
  /** The events of a stream. */
  | {
      readonly at: 'events';
      readonly change: (events: Iterable<ServerSentEvent>, asked: Asked) => Iterable<ServerSentEvent>;
    }
  /** The bytes of a response, and when they are sent. */
  | { readonly at: 'wire'; readonly change: (transmission: Transmission, asked: Asked) => Transmission };

/** Makes a deviation with its own state, so that two accounts that deviate alike share nothing. */
export type Deviate = () => Deviation;
