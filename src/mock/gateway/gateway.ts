import type { Account, Workspace } from '../account/account.js';
import type { Pace } from '../event-stream.js';
import type { UpstreamLog } from '../upstream-log.js';

/** One origin of the account: a workspace's own URL, or the account-level URL that serves all workspaces. */
export type Site = { readonly kind: 'account' } | { readonly kind: 'workspace'; readonly workspace: Workspace };

export interface Policies {
  /** Bare names of hosted models are answered with 501 NOT_IMPLEMENTED (workspace setting "Enforce Unity Gateway"). */
  readonly namesEnforced: boolean;
  /** A service that the caller may not query is said not to exist, instead of naming the missing privilege. */
  readonly maskDenied: boolean;
}

/** Everything that an answer depends on, besides the request. */
export interface Gateway {
  readonly account: Account;
  readonly site: Site;
  readonly policies: Policies;
  readonly pace: Pace;
  /** One for all origins of the account. */
  readonly upstream: UpstreamLog;
}
