import type { Action, Needs } from '../spec/index.js';
import { type Reference, referencesIn, textsOf } from '../spec/index.js';
import type { ModelService, Target } from '../target/index.js';
import type { Bindings, Instance, SkipReason } from './instance.js';
import { senderOf } from './sender.js';

const defaultModel = '${models.system}';

/** The first thing that an instance needs and the target lacks; undefined when it can run. */
export function missingNeed(instance: Instance, target: Target): SkipReason | undefined {
  const { case: item, bindings } = instance;
  const actions = actionsOf(instance);
  const texts = [...textsOf([item.body, item.finally])].map(({ text }) => text);
  const bound = Object.values(bindings).flatMap(({ value }) => [...textsOf(value)].map(({ text }) => text));
  const references = [...texts, ...bound].flatMap((text) => referencesIn(text)).map(({ reference }) => reference);
  for (const check of [
    () => firstOf(item.needs, (needs) => missingDeclared(needs, target)),
    () => firstOf(actions, (action) => missingSender(action, bindings, target)),
    () => firstOf(references, (reference) => missingReference(reference, target)),
    () => firstOf(actions, (action) => missingApi(action, bindings, target)),
  ]) {
    const reason = check();
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function actionsOf({ case: item }: Instance): readonly Action[] {
  const body = item.body.kind === 'steps' ? item.body.steps : item.body.sides;
  return [...body, ...item.finally].map(({ action }) => action);
}

function missingDeclared(needs: Needs, target: Target): SkipReason | undefined {
  return (
    firstOf(needs.features ?? [], (name) =>
      target.features.includes(name) ? undefined : lacks('feature', `the feature ${name}`),
    ) ??
    firstOf(needs.workspaces ?? [], (role) => missingRole('workspace', role, target.workspaces)) ??
    firstOf(needs.models ?? [], (role) => missingRole('model', role, target.models)) ??
    firstOf(needs.identities ?? [], (role) => missingRole('identity', role, target.identities))
  );
}

function missingSender(action: Action, bindings: Bindings, target: Target): SkipReason | undefined {
  const { identity, auth, workspace, route } = senderOf(action, bindings);
  const anonymous = auth === 'none' || auth === 'invalid';
  const role =
    missingRole('workspace', workspace, target.workspaces) ??
    (anonymous ? undefined : missingRole('identity', identity, target.identities));
  if (role !== undefined) return role;
  if (route === 'workspace-url') return undefined;
  if (target.accountUrl === undefined) return lacks('account-url', 'an account-level URL');
  return target.workspaces[workspace]?.id === undefined
    ? lacks('workspace-id', `the id of the workspace ${workspace}`)
    : undefined;
}

function missingReference([root, role = '', field]: Reference, target: Target): SkipReason | undefined {
  if (root === 'models') {
    const model = target.models[role];
    if (model === undefined) return missingRole('model', role, target.models);
    return field === 'bare' && model.bare === undefined
      ? lacks('bare-name', `a bare name for the model ${role}`)
      : undefined;
  }
  if (root === 'workspaces') {
    const workspace = target.workspaces[role];
    if (workspace === undefined) return missingRole('workspace', role, target.workspaces);
    return field === 'id' && workspace.id === undefined
      ? lacks('workspace-id', `the id of the workspace ${role}`)
      : undefined;
  }
  return undefined;
}

/** Only a call that names a model by role can be known to be on an API which the service does not offer. */
function missingApi(action: Action, bindings: Bindings, target: Target): SkipReason | undefined {
  if (action.kind !== 'call') return undefined;
  const { api } = senderOf(action, bindings);
  const named = modelRole(action.call.model ?? defaultModel, bindings);
  const model: ModelService | undefined = named === undefined ? undefined : target.models[named];
  if (api === undefined || model === undefined || model.apis.includes(api)) return undefined;
  return lacks('api', `the API ${api} on the model ${named}`);
}

function modelRole(template: string, bindings: Bindings): string | undefined {
  const [only] = referencesIn(template);
  if (only === undefined || only.written !== template) return undefined;
  const [root, name = ''] = only.reference;
  if (root === 'models') return name;
  const bound = root === 'each' ? bindings[name]?.value : undefined;
  return typeof bound === 'string' && bound !== template ? modelRole(bound, {}) : undefined;
}

function missingRole(
  kind: 'workspace' | 'model' | 'identity',
  role: string,
  held: Readonly<Record<string, unknown>>,
): SkipReason | undefined {
  if (Object.hasOwn(held, role)) return undefined;
  return lacks(kind, kind === 'identity' ? `an identity ${role}` : `a ${kind} ${role}`);
}

function lacks(code: string, what: string): SkipReason {
  return { code: `needs.${code}`, message: `the target does not have ${what}` };
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
