import type { Account, Workspace } from '../account/account.js';
import type { GrantBook } from '../account/grant-book.js';
import type { Pace } from '../event-stream.js';
import type { Statements } from '../sql/statements.js';
import type { UpstreamLog } from '../upstream-log.js';
import type { RateLimits } from './rate-limits.js';

/** One origin of the account: a workspace's own URL, or the account-level URL that serves all workspaces. */
export type Site = { readonly kind: 'account' } | { readonly kind: 'workspace'; readonly workspace: Workspace };

export interface Policies {
  /** Bare names of hosted models are answered with 501 NOT_IMPLEMENTED (workspace setting "Enforce Unity Gateway"). */
  readonly namesEnforced: boolean;
  /** A service that the caller may not query is said not to exist, instead of naming the missing privilege. */
  readonly maskDenied: boolean;
  /** The gateway is not enabled: no workspace of the account answers on it. */
  readonly gatewayDisabled: boolean;
}

/** What the account's token endpoints issue. */
export interface TokenPolicy {
  readonly lifetimeSeconds: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What runs SQL; one for all origins of the account. */
export interface Warehouses {
  readonly statements: Statements;
  /** How many rows of a result come at once. */
  readonly chunkRows: number;
}

/** Everything that an answer depends on, besides the request. */
export interface Gateway {
  /** Its grants are those that it began with; `grants` knows those of now. */
  readonly account: Account;
  /** One for all origins of the account. */
  readonly grants: GrantBook;
  readonly site: Site;
  readonly policies: Policies;
  readonly pace: Pace;
  readonly oauth: TokenPolicy;
  /** One for all origins of the account. */
  readonly upstream: UpstreamLog;
  readonly limits: RateLimits;
  readonly warehouses: Warehouses;
}
