import { describe, expect, it } from 'vitest';
import type { Target } from '../target/index.js';
import { reasons } from './testing/reasons.js';
import { smallTarget } from './testing/small-target.js';

const only = (kind: 'models', role: 'system'): Target => ({
  ...smallTarget,
  [kind]: { [role]: smallTarget.models[role] as Target['models'][string] },
});

describe('a model that must not support an API', () => {
  const unsupported = (api: string, model = '${models.private}') => `
needs: { unsupported: "${model}" }
each: { api: [${api}] }
steps:
  - call: {}
    expect: completion
  - call: { model: "${model}" }
    expect: no-completion`;
  const assumed: Target = {
    ...smallTarget,
    models: {
      ...smallTarget.models,
      private: { fqn: 'main.gateway.private-model', apis: ['chat'], apisAssumed: true },
    },
  };

  it('is called on it where it does not', () => {
    expect(reasons(unsupported('messages'))).toEqual([undefined]);
  });

  it.each<[string, string, Target, string, string]>([
    ['does', 'chat', smallTarget, 'unsupported-api', 'a model private without the API chat'],
    ['may, for all that is known', 'messages', assumed, 'unsupported-api', 'a list of the APIs of the model private'],
    ['is not there', 'messages', only('models', 'system'), 'model', 'a model private'],
  ])('skips the case where it %s', (_, api, target, code, what) => {
    expect(reasons(unsupported(api), target)).toEqual([
      { code: `needs.${code}`, message: `the target does not have ${what}` },
    ]);
  });

  it('is not called on another API that it does not support, and neither is another model on this one', () => {
    const body = `
needs: { unsupported: "\${models.private}" }
each: { api: [messages] }
steps:
  - call: { model: "\${models.private}" }
    expect: no-completion
  - call: STEP
    expect: completion`;
    const codes = (step: string, target: Target) =>
      reasons(body.replace('STEP', step), target).map((reason) => reason?.message);
    const chatless: Target = {
      ...smallTarget,
      models: {
        system: { fqn: 'system.ai.some-model', apis: ['chat'] },
        private: { fqn: 'main.gateway.private-model', apis: [] },
      },
    };
    expect(codes('{ api: chat, model: "${models.private}" }', chatless)).toEqual([
      'the target does not have the API chat on the model private',
    ]);
    expect(codes('{}', chatless)).toEqual(['the target does not have the API messages on the model system']);
  });

  it('may be named by the matrix, value by value', () => {
    const body = `
needs: { unsupported: "\${each.model}" }
each: { api: [chat, messages], model: { mine: "\${models.system}", private: "\${models.private}" } }
call: { model: "\${each.model}" }
expect: no-completion`;
    expect(reasons(body).map((reason) => reason?.code)).toEqual([
      'needs.unsupported-api',
      'needs.unsupported-api',
      'needs.unsupported-api',
      undefined,
    ]);
  });
});
