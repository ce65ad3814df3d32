import { actionsOf, type Plan, senderOf } from '../plan/index.js';
import { resolveRoute, type Target } from '../target/index.js';

/** What of a target a plan is going to use. */
export interface Used {
  /** Roles of the workspaces whose own URL is called. */
  readonly workspaces: ReadonlySet<string>;
  /** Roles of the identities whose credential is sent, and the origins to which it is sent. */
  readonly identities: ReadonlyMap<string, ReadonlySet<string>>;
  readonly accountUrl: boolean;
}

export function usedBy(plan: Plan, target: Target): Used {
  const senders = plan.instances
    .filter(({ skip }) => skip === undefined)
    .flatMap((instance) => actionsOf(instance).map((action) => senderOf(action, instance.bindings)));
  // A plan that can run nothing is no reason not to notice that the target cannot be reached.
  if (senders.length === 0) {
    const home = target.workspaces['home'];
    const origins = new Set(home === undefined ? [] : [home.url]);
    return { workspaces: new Set(['home']), identities: new Map([['default', origins]]), accountUrl: false };
  }
  const identities = new Map<string, Set<string>>();
  for (const { auth, identity, route, workspace } of senders) {
    if (auth === 'none' || auth === 'invalid') continue;
    const origins = identities.get(identity) ?? new Set();
    const way = resolveRoute(target, route, workspace);
    if (way.kind === 'route') origins.add(way.origin);
    identities.set(identity, origins);
  }
  const direct = senders.filter(({ route }) => route === 'workspace-url');
  return {
    workspaces: new Set(direct.map(({ workspace }) => workspace)),
    identities,
    accountUrl: senders.some(({ route }) => route === 'workspace-header'),
  };
}
