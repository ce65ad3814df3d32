import type { Account } from './account/account.js';
import { defaultAccount } from './account/default-account.js';
import { type Pace, unpaced } from './event-stream.js';
import type { Site } from './gateway/gateway.js';
import type { Served } from './server/serve.js';
import { environmentOf, type TargetDocument, targetDocumentOf } from './target-document.js';
import { createUpstreamLog } from './upstream-log.js';

export interface SimulatedAccountOptions {
  /** By origin: `account`, and each workspace's name. What is not named takes any free port. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Bare names of hosted models are answered with 501. */
  readonly namesEnforced?: boolean;
  /** A denied service is said not to exist (404) instead of naming the missing privilege (403). */
  readonly maskDenied?: boolean;
  readonly account?: Account;
  /** When the events of streams are sent: as fast as the client reads, unless said otherwise. */
  readonly pace?: Pace;
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
  const { ports = {}, namesEnforced = false, maskDenied = false, account = defaultAccount(), pace = unpaced } = options;
  // msw takes longer to import than all that describes an account.
  const { handlersOf } = await import('./gateway/handlers.js');
  const { serve } = await import('./server/serve.js');
  const sites: readonly (readonly [string, Site])[] = [
    ['account', { kind: 'account' }],
    ...account.workspaces.map((workspace) => [workspace.name, { kind: 'workspace', workspace }] as const),
  ];
  const upstream = createUpstreamLog();
  const served: (readonly [string, Served])[] = [];
  const close = async () => {
    await Promise.all(served.map(([, origin]) => origin.close()));
  };
  try {
    for (const [name, site] of sites) {
      const handlers = handlersOf({ account, site, policies: { namesEnforced, maskDenied }, pace, upstream });
      served.push([name, await serve(handlers, { port: ports[name] ?? 0 })]);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const origins = Object.fromEntries(served.map(([name, { origin }]) => [name, origin]));
  return {
    targetDocument: targetDocumentOf(account, origins, namesEnforced),
    environment: environmentOf(account),
    origins,
    close,
  };
}
