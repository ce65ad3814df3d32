import type { Account } from './account/account.js';
import { defaultAccount } from './account/default-account.js';
import { openGrantBook } from './account/grant-book.js';
import type { Deviation } from './deviation/deviation.js';
import { hooksOf } from './deviation/hooks.js';
import { type Pace, unpaced } from './event-stream.js';
import type { Site } from './gateway/gateway.js';
import { environmentOf } from './identity-entries.js';
import type { Served } from './server/serve.js';
import { createStatements } from './sql/statements.js';
import { type TargetDocument, targetDocumentOf } from './target-document.js';
import { createUpstreamLog } from './upstream-log.js';

export interface SimulatedAccountOptions {
  /** By origin: `account`, and each workspace's name. What is not named takes any free port. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Bare names of hosted models are answered with 501. */
  readonly namesEnforced?: boolean;
  /** A denied service is said not to exist (404) instead of naming the missing privilege (403). */
  readonly maskDenied?: boolean;
  /** Every request to the gateway is answered with FEATURE_DISABLED. */
  readonly gatewayDisabled?: boolean;
  readonly account?: Account;
  /** What is wrong with it. Targets describe it as if nothing were. */
  readonly deviation?: Deviation;
  /** When the events of streams are sent: as fast as the client reads, unless said otherwise. */
  readonly pace?: Pace;
  /** How long the OAuth access tokens that the account issues count, in seconds. Default: 3600, as Databricks documents. */
  readonly tokenLifetime?: number;
  readonly warehouses?: WarehouseOptions;
  /** How long the gateway takes to follow a change of grants, in milliseconds. Default: no time. */
  readonly propagationMs?: number;
  /** The time by which tokens expire, limits are counted and grants propagate, in epoch milliseconds. */
  readonly now?: () => number;
}

/** How the SQL warehouses behave. */
export interface WarehouseOptions {
  /** Waited for before a statement runs, as by a warehouse that has to start. At once, unless said otherwise. */
  readonly start?: Pace;
  /** How many rows of a result come at once. Default: 1000. */
  readonly chunkRows?: number;
}

export interface SimulatedAccount {
  readonly targetDocument: TargetDocument;
  /** The variables that the target document refers to, with the tokens. In memory only. */
  readonly environment: Readonly<Record<string, string>>;
  /** `account`, and each workspace by its name. */
  readonly origins: Readonly<Record<string, string>>;
  /** Stops serving and breaks what is under way. May be called twice. */
  close(): Promise<void>;
}

/**
 * Serves an account on loopback, one port per origin, until it is closed. Rejects with node's own error when a port
 * cannot be had; `portProblem` says it to the user.
 */
export async function startSimulatedAccount(options: SimulatedAccountOptions = {}): Promise<SimulatedAccount> {
  const { ports = {}, account = defaultAccount(), pace = unpaced } = options;
  const { namesEnforced = false, maskDenied = false, gatewayDisabled = false } = options;
  const oauth = { lifetimeSeconds: options.tokenLifetime ?? 3600, now: options.now ?? Date.now };
  // msw takes longer to import than all that describes an account.
  const { handlersOf } = await import('./gateway/handlers.js');
  const { serve } = await import('./server/serve.js');
  const { createRateLimits } = await import('./gateway/rate-limits.js');
  const { usualDecisions } = await import('./gateway/usual-decisions.js');
  const hooks = hooksOf(options.deviation);
  const believed = hooks.account(account);
  const limits = createRateLimits(oauth.now);
  const sites: readonly (readonly [string, Site])[] = [
    ['account', { kind: 'account' }],
    ...account.workspaces.map((workspace) => [workspace.name, { kind: 'workspace', workspace }] as const),
  ];
  const upstream = hooks.upstreamLog(createUpstreamLog());
  const propagation = { delayMs: options.propagationMs ?? 0, now: oauth.now };
  const grants = hooks.grants(openGrantBook(believed.grants, propagation));
  const { start = () => Promise.resolve(), chunkRows = 1_000 } = options.warehouses ?? {};
  const warehouses = { statements: createStatements(start), chunkRows };
  const served: (readonly [string, Served])[] = [];
  const close = async () => {
    await Promise.all([...served.map(([, origin]) => origin.close()), warehouses.statements.close()]);
  };
  try {
    for (const [name, site] of sites) {
      const gateway = {
        account: believed,
        grants,
        site,
        policies: { namesEnforced, maskDenied, gatewayDisabled },
        decisions: hooks.decisions(usualDecisions),
        pace,
        oauth,
        upstream,
        limits,
        warehouses,
      };
      const transmit = hooks.wire && { transmit: hooks.wire };
      served.push([name, await serve(handlersOf(gateway, hooks), { port: ports[name] ?? 0, ...transmit })]);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const origins = Object.fromEntries(served.map(([name, { origin }]) => [name, origin]));
  return {
    targetDocument: targetDocumentOf(account, origins, { namesEnforced, gatewayDisabled }),
    environment: environmentOf(account),
    origins,
    close,
  };
}
