import { type Action, referencesIn } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { cellIn } from './cell.js';
import { defaultModel, defaultRole } from './default-model.js';
import type { Bindings, SkipReason } from './instance.js';
import { lacks, lacksRole } from './lacks.js';
import { senderOf } from './sender.js';

/**
 * Only of a call that names its model by role can it be known that the service does not offer the API.
 * `unsupported` is the model of which the case wants just that, on the API that the matrix binds.
 */
export function missingApi(
  action: Action,
  bindings: Bindings,
  target: Target,
  unsupported?: string,
): SkipReason | undefined {
  if (action.kind !== 'call') return undefined;
  const { api } = senderOf(action, bindings);
  const role = roleOf(action.call.model ?? defaultModel(api, bindings), bindings);
  const model = role === undefined ? undefined : target.models[role];
  if (api === undefined || model === undefined || model.apis.includes(api)) return undefined;
  if (unsupported !== undefined && role === roleOf(unsupported, bindings) && api === bindings['api']?.value)
    return undefined;
  return lacks('api', `the API ${api} on the model ${role}`);
}

/** Why a case cannot show that a model service refuses the API of the matrix. What is only assumed of a target is no reason to call it wrong. */
export function supportedApi(unsupported: string, bindings: Bindings, target: Target): SkipReason | undefined {
  const role = roleOf(unsupported, bindings) ?? '';
  const model = target.models[role];
  if (model === undefined) return lacksRole('model', role, target);
  const api = String(bindings['api']?.value);
  if (model.apis.includes(api)) return lacks('unsupported-api', `a model ${role} without the API ${api}`);
  return model.apisAssumed ? lacks('unsupported-api', `a list of the APIs of the model ${role}`) : undefined;
}

/** The role that a model is named by, be it in a value of the matrix. */
export function roleOf(template: string, bindings: Bindings): string | undefined {
  const [only] = referencesIn(template);
  if (only === undefined || only.written !== template) return undefined;
  const [root, name = ''] = only.reference;
  if (root === 'models') return name;
  if (root === 'grant') return cellIn(bindings)?.model;
  if (root === 'model') return defaultRole(String(bindings['api']?.value));
  const bound = root === 'each' ? bindings[name]?.value : undefined;
  // A value of the matrix cannot refer to the matrix, but for what depends on the API.
  const { api } = bindings;
  return typeof bound === 'string' ? roleOf(bound, api === undefined ? {} : { api }) : undefined;
}
