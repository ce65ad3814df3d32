import { type Action, type Case, type Needs, type Reference, referencesIn, type Step, textsOf } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { actionsOf, stepsOf } from './actions-of.js';
import { atOnceWithin, copiesOf } from './copies.js';
import { defaultModel, defaultRole } from './default-model.js';
import type { Bindings, Instance, SkipReason } from './instance.js';
import { lacks, lacksRole } from './lacks.js';
import { missingApi, supportedApi } from './missing-api.js';
import { missingControl } from './missing-control.js';
import { missingForGrants, missingPrincipal } from './missing-for-grants.js';
import { type Sender, senderOf } from './sender.js';
import { warehouseOf } from './warehouse.js';

/**
 * The first thing that an instance needs and the target lacks; undefined when it can run. `written` are the references
 * of its case: all instances of a case share them, and looking for them is what planning spends its time on.
 */
export function missingNeed(
  instance: Instance,
  target: Target,
  written: readonly Reference[] = referencesOfCase(instance.case),
): SkipReason | undefined {
  const { case: item, bindings } = instance;
  const actions = actionsOf(instance);
  const unsupported = item.needs.flatMap((needs) => needs.unsupported ?? []).at(0);
  return (
    firstOf(item.needs, (needs) => missingDeclared(needs, bindings, target)) ??
    firstOf(actions, (action) => missingSender(action, bindings, target)) ??
    firstOf(actions, (action) => missingWarehouse(action, bindings, target)) ??
    firstOf([...written, ...referencesOf(instance, actions)], (reference) =>
      missingReference(reference, bindings, target),
    ) ??
    firstOf(actions, (action) => missingApi(action, bindings, target, unsupported)) ??
    firstOf(actions, (action) => missingControl(action, bindings, target)) ??
    firstOf(actions, (action) => missingForGrants(action, target)) ??
    firstOf(stepsOf(instance), (step) => missingPlaces(step, bindings, target))
  );
}

/** Everything that a case looks up in its templates, each once. */
export function referencesOfCase({ body, finally: last }: Case): readonly Reference[] {
  return referencesWithin([body, last]);
}

/** What an instance looks up besides: in the values that its matrix binds, and the model that a call leaves out. */
export function referencesOf({ bindings }: Instance, actions: readonly Action[]): readonly Reference[] {
  const values = Object.values(bindings).map(({ value }) => value);
  const unnamed = actions.flatMap((action) =>
    action.kind === 'call' && action.call.model === undefined
      ? [defaultModel(senderOf(action, bindings).api, bindings)]
      : [],
  );
  return referencesWithin([values, unnamed]);
}

function referencesWithin(templates: readonly unknown[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const { text } of textsOf(templates))
    for (const { written, reference } of referencesIn(text)) found.set(written, reference);
  return [...found.values()];
}

function missingDeclared(needs: Needs, bindings: Bindings, target: Target): SkipReason | undefined {
  return (
    firstOf(needs.features ?? [], (name) =>
      target.features.includes(name) ? undefined : lacks('feature', `the feature ${name}`),
    ) ??
    firstOf(needs.workspaces ?? [], (role) => lacksRole('workspace', role, target)) ??
    firstOf(needs.models ?? [], (role) => lacksRole('model', role, target)) ??
    firstOf(needs.identities ?? [], (role) => lacksRole('identity', role, target)) ??
    firstOf(needs.warehouses ?? [], (role) => lacksRole('warehouse', role, target)) ??
    (needs.unsupported === undefined ? undefined : supportedApi(needs.unsupported, bindings, target))
  );
}

function missingSender(action: Action, bindings: Bindings, target: Target): SkipReason | undefined {
  const { identity, auth, workspace, route } = senderOf(action, bindings);
  const anonymous = auth === 'none' || auth === 'invalid';
  const role =
    lacksRole('workspace', workspace, target) ?? (anonymous ? undefined : lacksRole('identity', identity, target));
  const unfit = role ?? (anonymous ? undefined : lacksCredential(auth, identity, target));
  if (unfit !== undefined || route === 'workspace-url') return unfit;
  if (target.accountUrl === undefined) return lacks('account-url', 'an account-level URL');
  return lacksWorkspaceId(workspace, target);
}

/** Some schemes need a certain kind of credential: an OAuth token is no password, and a token is no client. */
function lacksCredential(auth: Sender['auth'], role: string, { identities }: Target): SkipReason | undefined {
  const kind = identities[role]?.credential.kind;
  if (auth === 'basic' && kind !== 'pat')
    return lacks('personal-access-token', `a personal access token for the identity ${role}, which Basic needs`);
  if ((auth === 'client' || auth === 'client-with-wrong-secret') && kind !== 'client')
    return lacks('client', `a client for the identity ${role}`);
  return undefined;
}

function missingWarehouse(action: Action, bindings: Bindings, target: Target): SkipReason | undefined {
  return action.kind === 'sql' ? lacksRole('warehouse', warehouseOf(action, bindings), target) : undefined;
}

function missingReference(reference: Reference, bindings: Bindings, target: Target): SkipReason | undefined {
  const [root, role = '', field] = reference;
  switch (root) {
    case 'model':
      return missingModel(defaultRole(String(bindings['api']?.value)), role, target);
    case 'models':
      return missingModel(role, field, target);
    case 'workspaces':
      return lacksRole('workspace', role, target) ?? (field === 'id' ? lacksWorkspaceId(role, target) : undefined);
    case 'identities':
      return missingPrincipal(role, target);
    default:
      return undefined;
  }
}

function missingPlaces(step: Step, bindings: Bindings, { limits }: Target): SkipReason | undefined {
  const copies = copiesOf(step, bindings);
  const room = (limit: string) => lacks('at-once', `room for ${copies} requests at once: its limits say ${limit}`);
  if (copies > limits.atOnce) return room(`at-once: ${limits.atOnce}`);
  const { requestsPerSecond } = limits;
  if (requestsPerSecond === undefined || copies <= atOnceWithin(requestsPerSecond)) return undefined;
  return room(`requests-per-second: ${requestsPerSecond}`);
}

function missingModel(role: string, field: string | undefined, target: Target): SkipReason | undefined {
  const missing = lacksRole('model', role, target);
  if (missing === undefined && field === 'beyond-limit' && target.models[role]?.limit === undefined)
    return lacks('limit', `the request limit of the model ${role}`);
  if (missing !== undefined || field !== 'bare' || target.models[role]?.bare !== undefined) return missing;
  return lacks('bare-name', `a bare name for the model ${role}`);
}

function lacksWorkspaceId(role: string, target: Target): SkipReason | undefined {
  return target.workspaces[role]?.id === undefined
    ? lacks('workspace-id', `the id of the workspace ${role}`)
    : undefined;
}

function firstOf<Item>(
  items: readonly Item[],
  reasonOf: (item: Item) => SkipReason | undefined,
): SkipReason | undefined {
  for (const item of items) {
    const reason = reasonOf(item);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
