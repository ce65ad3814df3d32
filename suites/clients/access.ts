import type { ApiName } from '../../src/api/index.js';
import { resolveRoute, type Target } from '../../src/target/index.js';

/** What a test needs of a target. Model and identity are named by their roles. */
export interface Need {
  readonly api: ApiName;
  readonly model: string;
  /** Default: `default`. */
  readonly identity?: string;
}

/** What a client is given. */
export interface Access {
  readonly kind: 'access';
  /** The URL below which the gateway has its APIs. */
  readonly gateway: string;
  readonly token: string;
  /** The full name of the model service. */
  readonly model: string;
  readonly maxTokens: number;
  readonly timeoutMs: number;
  /** Whether a script answers, which repeats to the byte; a live model may put words around what it repeats. */
  readonly scripted: boolean;
}

/** Why a target cannot give access: one sentence, fit to be a skip reason. */
export interface NoAccess {
  readonly kind: 'no-access';
  readonly message: string;
}

export function accessOf(target: Target, { api, model: role, identity = 'default' }: Need): Access | NoAccess {
  const route = resolveRoute(target, 'workspace-url', 'home');
  if (route.kind === 'missing') return noAccess(route.message);
  const model = target.models[role];
  if (model === undefined) return noAccess(`the target has no model ${role}`);
  if (!model.apis.includes(api)) return noAccess(`the target does not have the API ${api} on the model ${role}`);
  const credential = target.identities[identity]?.credential;
  if (credential === undefined) return noAccess(`the target has no identity ${identity}`);
  // Clients are given a token for as long as they live, which those that are fetched may not be.
  if (credential.kind !== 'pat') return noAccess(`the identity ${identity} has no personal access token`);
  return {
    kind: 'access',
    gateway: `${route.origin}/ai-gateway`,
    token: credential.secret,
    model: model.fqn,
    maxTokens: target.limits.maxTokens,
    timeoutMs: target.limits.wire.totalMs,
    scripted: target.features.includes('simulated'),
  };
}

function noAccess(message: string): NoAccess {
  return { kind: 'no-access', message };
}
