import type {
  Account,
  ApiName,
  ModelService,
  PlacedService,
  Principal,
  Privilege,
  Workspace,
} from '../account/account.js';
import type { GrantBook } from '../account/grant-book.js';
import type { NameResolution } from '../account/resolve-name.js';
import type { Api, RequestBody, Route } from '../apis/api.js';
import type { Found } from '../apis/apis.js';
import type { Pace } from '../event-stream.js';
import type { Statements } from '../sql/statements.js';
import type { UpstreamLog } from '../upstream-log.js';
import type { RateLimits } from './rate-limits.js';
import type { Step } from './reply.js';

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

/** What the gateway decides about a request, one by one, so that each can be decided otherwise. */
export interface Decisions {
  /** Who is calling, with a credential of the scope. */
  authenticate(gateway: Pick<Gateway, 'account' | 'site' | 'oauth'>, headers: Headers, scope?: string): Step<Principal>;
  identifyWorkspace(gateway: Pick<Gateway, 'account' | 'site'>, headers: Headers): Step<Workspace>;
  findApi(method: string, url: URL): Step<Found>;
  resolveName(account: Account, metastore: string, name: string, namesEnforced: boolean): NameResolution;
  missingPrivileges(
    account: Account,
    metastore: string,
    principal: Principal,
    place: Pick<PlacedService, 'catalog' | 'schema' | 'fullName'>,
  ): readonly Privilege[];
  serves(service: ModelService, api: ApiName): boolean;
  /** The first thing that is wrong with a request. */
  complaintAbout(api: Api, body: RequestBody, route: Route): string | undefined;
  /** What of a request reaches the model. */
  forwarded(body: RequestBody, api: ApiName): RequestBody;
}

/** Everything that an answer depends on, besides the request. */
export interface Gateway {
  /** Its grants are those that it began with; `grants` knows those of now. */
  readonly account: Account;
  /** One for all origins of the account. */
  readonly grants: GrantBook;
  readonly site: Site;
  readonly policies: Policies;
  readonly decisions: Decisions;
  readonly pace: Pace;
  readonly oauth: TokenPolicy;
  /** One for all origins of the account. */
  readonly upstream: UpstreamLog;
  readonly limits: RateLimits;
  readonly warehouses: Warehouses;
}
