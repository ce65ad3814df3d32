import { type Action, referencesIn } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { defaultModel, defaultRole } from './default-model.js';
import type { Bindings, SkipReason } from './instance.js';
import { lacks } from './lacks.js';
import { senderOf } from './sender.js';

/** Only of a call that names its model by role can it be known that the service does not offer the API. */
export function missingApi(action: Action, bindings: Bindings, target: Target): SkipReason | undefined {
  if (action.kind !== 'call') return undefined;
  const { api } = senderOf(action, bindings);
  const role = roleOf(action.call.model ?? defaultModel(api), bindings);
  const model = role === undefined ? undefined : target.models[role];
  if (api === undefined || model === undefined || model.apis.includes(api)) return undefined;
  return lacks('api', `the API ${api} on the model ${role}`);
}

/** The role that a model is named by, be it in a value of the matrix. */
function roleOf(template: string, bindings: Bindings): string | undefined {
  const [only] = referencesIn(template);
  if (only === undefined || only.written !== template) return undefined;
  const [root, name = ''] = only.reference;
  if (root === 'models') return name;
  if (root === 'model') return defaultRole(String(bindings['api']?.value));
  const bound = root === 'each' ? bindings[name]?.value : undefined;
  // A value of the matrix cannot refer to the matrix, but for what depends on the API.
  const { api } = bindings;
  return typeof bound === 'string' ? roleOf(bound, api === undefined ? {} : { api }) : undefined;
}
