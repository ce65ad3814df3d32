import { actionsOf, type Plan, senderOf } from '../plan/index.js';

/** What of a target a plan is going to use. */
export interface Used {
  /** Roles of the workspaces whose own URL is called. */
  readonly workspaces: ReadonlySet<string>;
  /** Roles of the identities whose credential is sent. */
  readonly identities: ReadonlySet<string>;
  readonly accountUrl: boolean;
}

export function usedBy(plan: Plan): Used {
  const senders = plan.instances
    .filter(({ skip }) => skip === undefined)
    .flatMap((instance) => actionsOf(instance).map((action) => senderOf(action, instance.bindings)));
  // A plan that can run nothing is no reason not to notice that the target cannot be reached.
  if (senders.length === 0)
    return { workspaces: new Set(['home']), identities: new Set(['default']), accountUrl: false };
  const direct = senders.filter(({ route }) => route === 'workspace-url');
  const known = senders.filter(({ auth }) => auth !== 'none' && auth !== 'invalid');
  return {
    workspaces: new Set(direct.map(({ workspace }) => workspace)),
    identities: new Set(known.map(({ identity }) => identity)),
    accountUrl: senders.some(({ route }) => route === 'workspace-header'),
  };
}
