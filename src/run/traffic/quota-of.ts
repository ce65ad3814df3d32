import { defaultModel, senderOf } from '../../plan/index.js';
import type { Sending } from '../../spec/index.js';
import type { Target } from '../../target/index.js';
import { asText, resolve, type Scope } from '../scope.js';

/** Which quota a request draws on: that of a model service, in a workspace. The two names of a service are one. */
export function quotaOf(action: Sending, scope: Scope): string {
  const { workspace, api } = senderOf(action, scope.bindings);
  const model = modelOf(action, api, scope);
  return `${workspace} ${fullName(model, scope.target)}`;
}

/** Empty where a request names none. */
function modelOf(action: Sending, api: string | undefined, scope: Scope): string {
  switch (action.kind) {
    case 'call':
      return asText(resolve(action.call.model ?? defaultModel(api, scope.bindings), scope));
    case 'request': {
      const inPath = /\/models\/([^/:?]+):/.exec(asText(resolve(action.request.path, scope)))?.[1];
      const { model } = (action.request.json ?? {}) as { readonly model?: unknown };
      return inPath ?? (typeof model === 'string' ? asText(resolve(model, scope)) : '');
    }
    case 'sql':
      return '';
  }
}

function fullName(model: string, { models }: Target): string {
  return Object.values(models).find(({ bare }) => bare === model)?.fqn ?? model;
}
