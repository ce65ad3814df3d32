import { describe, expect, it } from 'vitest';
import type { Target } from '../target/index.js';
import { reasons } from './testing/reasons.js';
import { smallTarget } from './testing/small-target.js';

const { accountUrl: _accountUrl, ...withoutAccountUrl } = smallTarget;
const withoutIds: Target = {
  ...smallTarget,
  workspaces: { home: { url: 'https://home.test' }, second: { url: 'https://second.test' } },
};
const bare: Target = { ...smallTarget, workspaces: {}, models: {}, identities: {}, warehouses: {}, features: [] };
const only = (kind: 'workspaces' | 'models' | 'identities', role: string): Target => ({
  ...smallTarget,
  [kind]: { [role]: (smallTarget[kind] as Readonly<Record<string, unknown>>)[role] },
});

const call = 'call: { api: chat }\nexpect: completion';

describe('an instance', () => {
  it('can run when the target has everything', () => {
    const body = `
needs: { features: [bare-names], workspaces: [second], models: [private], identities: [without-execute] }
each: { api: [chat], route: [workspace-url, workspace-header], workspace: [home, second] }
call: { as: without-execute, model: "\${models.system.bare}", headers: { x-id: "\${workspaces.second.id}" } }
expect: completion`;
    expect(reasons(body)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each<[string, string, Target, string, string]>([
    ['a feature', `needs: { features: [bare-names] }\n${call}`, bare, 'feature', 'the feature bare-names'],
    ['a workspace', `needs: { workspaces: [second] }\n${call}`, bare, 'workspace', 'a workspace second'],
    ['a model', `needs: { models: [private] }\n${call}`, bare, 'model', 'a model private'],
    [
      'an identity',
      `needs: { identities: [without-execute] }\n${call}`,
      bare,
      'identity',
      'an identity without-execute',
    ],
    ['the workspace that is called', call, only('workspaces', 'second'), 'workspace', 'a workspace home'],
    ['the identity that asks', call, only('identities', 'without-execute'), 'identity', 'an identity default'],
    ['the model that a call leaves out', call, only('models', 'private'), 'model', 'a model system'],
    [
      'a model that is named',
      'call: { api: chat, model: "${models.private}" }\nexpect: completion',
      only('models', 'system'),
      'model',
      'a model private',
    ],
    [
      'a model that stands in a path',
      'request: { path: "/x/${models.private.name}" }\nexpect: { status: 200 }',
      only('models', 'system'),
      'model',
      'a model private',
    ],
    [
      'a model that an expectation names',
      'call: { api: chat }\nexpect: { body: { model: "${models.private}" } }',
      only('models', 'system'),
      'model',
      'a model private',
    ],
    [
      'a bare name',
      'call: { api: chat, model: "${models.private.bare}" }\nexpect: completion',
      smallTarget,
      'bare-name',
      'a bare name for the model private',
    ],
    [
      'an account-level URL',
      'call: { api: chat, route: workspace-header }\nexpect: completion',
      withoutAccountUrl,
      'account-url',
      'an account-level URL',
    ],
    [
      'the id of a workspace',
      'call: { api: chat, workspace: second, route: workspace-header }\nexpect: completion',
      withoutIds,
      'workspace-id',
      'the id of the workspace second',
    ],
    [
      'the id of a workspace that is looked up',
      'call: { api: chat, headers: { x-id: "${workspaces.second.id}" } }\nexpect: completion',
      withoutIds,
      'workspace-id',
      'the id of the workspace second',
    ],
    [
      'a workspace that is looked up',
      'call: { api: chat, headers: { x-url: "${workspaces.second.url}" } }\nexpect: completion',
      only('workspaces', 'home'),
      'workspace',
      'a workspace second',
    ],
    [
      'the API on the model',
      'call: { api: messages, model: "${models.private.fqn}" }\nexpect: completion',
      smallTarget,
      'api',
      'the API messages on the model private',
    ],
    [
      'what only a later step needs',
      `steps:\n  - ${call.replace('\n', '\n    ')}\n  - call: { api: chat, as: without-execute }\n    expect: completion`,
      only('identities', 'default'),
      'identity',
      'an identity without-execute',
    ],
    [
      'what only a side needs',
      `
compare:
  one: { call: { api: chat } }
  other: { call: { api: chat, workspace: second } }
expect: { all: completion, equivalent: [status] }`,
      only('workspaces', 'home'),
      'workspace',
      'a workspace second',
    ],
    [
      'what only the clean-up needs',
      `${call}\nfinally:\n  - request: { path: /x, as: without-execute }`,
      only('identities', 'default'),
      'identity',
      'an identity without-execute',
    ],
  ])('is skipped for want of %s', (_, body, target, code, what) => {
    expect(reasons(body, target)).toEqual([{ code: `needs.${code}`, message: `the target does not have ${what}` }]);
  });

  it('needs no identity when it sends no credential, or an invalid one', () => {
    const nobody: Target = { ...smallTarget, identities: {} };
    for (const auth of ['none', 'invalid'])
      expect(reasons(`call: { api: chat, auth: ${auth} }\nexpect: no-completion`, nobody)).toEqual([undefined]);
  });

  it('needs no account-level URL for a workspace URL', () => {
    expect(reasons(call, withoutAccountUrl)).toEqual([undefined]);
  });
});

describe('the matrix', () => {
  it('is skipped where the model of its API has no bare name', () => {
    const body = 'each: { api: [chat] }\ncall: { model: "${model.bare}" }\nexpect: completion';
    const nameless = { ...smallTarget, models: { system: { fqn: 'a.b.c', apis: ['chat'] } } };
    expect(reasons(body)).toEqual([undefined]);
    expect(reasons(body, nameless)).toMatchObject([{ code: 'needs.bare-name' }]);
  });

  it('is skipped where it asks for more copies at once than the target allows', () => {
    const copies = 'each: { api: [chat], count: [8, 64] }\nat-once: "${each.count}"\ncall: {}\nexpect: completion';
    expect(reasons(copies)).toEqual([
      undefined,
      {
        code: 'needs.at-once',
        message: 'the target does not have room for 64 requests at once: its limits say at-once: 8',
      },
    ]);
  });

  it('is skipped value by value', () => {
    const codes = (body: string, target?: Target) => reasons(body, target).map((reason) => reason?.code);
    const sender = 'each: { api: [chat], as: [default, without-execute] }\ncall: {}\nexpect: completion';
    expect(codes(sender, only('identities', 'default'))).toEqual([undefined, 'needs.identity']);
    const routes = 'each: { api: [chat], route: [workspace-url, workspace-header] }\ncall: {}\nexpect: completion';
    expect(codes(routes, withoutAccountUrl)).toEqual([undefined, 'needs.account-url']);
    const workspaces = 'each: { api: [chat], workspace: [home, second] }\ncall: {}\nexpect: completion';
    expect(codes(workspaces, only('workspaces', 'home'))).toEqual([undefined, 'needs.workspace']);
    const auth = 'each: { api: [chat], auth: [bearer, none] }\ncall: {}\nexpect: no-completion';
    expect(codes(auth, { ...smallTarget, identities: {} })).toEqual(['needs.identity', undefined]);
  });

  it('is skipped where it binds a model that the target lacks, or that does not answer on the API', () => {
    const body = `
each: { api: [chat, messages], model: { mine: "\${models.system}", private: "\${models.private}" } }
call: { model: "\${each.model}" }
expect: completion`;
    expect(reasons(body).map((reason) => reason?.code)).toEqual([undefined, undefined, undefined, 'needs.api']);
    expect(reasons(body, only('models', 'system')).map((reason) => reason?.code)).toEqual([
      undefined,
      'needs.model',
      undefined,
      'needs.model',
    ]);
  });

  it('does not decide about APIs for a model that is spelt out', () => {
    const body =
      'each: { model: [main.default.other, "${models.private}-not"] }\ncall: { api: messages, model: "${each.model}" }\nexpect: no-completion';
    expect(reasons(body)).toEqual([undefined, undefined]);
  });
});

describe('the first reason', () => {
  it('is what the author declared, then who asks, then what is looked up', () => {
    const body = `
needs: { features: [bare-names] }
call: { api: messages, as: without-execute, model: "\${models.private}" }
expect: completion`;
    const code = (target: Target) => reasons(body, target)[0]?.code;
    expect(code(bare)).toBe('needs.feature');
    expect(code({ ...bare, features: ['bare-names'], workspaces: smallTarget.workspaces })).toBe('needs.identity');
    expect(code({ ...smallTarget, models: {} })).toBe('needs.model');
    expect(code(smallTarget)).toBe('needs.api');
  });
});

describe('a model service with a limit', () => {
  const body = 'call: { api: chat }\nexpect: { status: 429 }\neventually: { times: "${models.system.beyond-limit}" }';

  it('has to say what its limit is, so that it can be exceeded', () => {
    expect(reasons(body)).toEqual([
      {
        code: 'needs.limit',
        message: 'the target does not have the request limit of the model system',
      },
    ]);
    const system = { fqn: 'a.b.c', apis: ['chat'], limit: { requests: 3, perMs: 60_000 } };
    const target = { ...smallTarget, models: { ...smallTarget.models, system } };
    expect(reasons(body, target)).toEqual([undefined]);
  });
});

describe('copies at the same time', () => {
  it('need room in a second', () => {
    const target = { ...smallTarget, limits: { ...smallTarget.limits, requestsPerSecond: 2.5 } };
    expect(reasons('at-once: 2\ncall: { api: chat }\nexpect: completion', target)).toEqual([undefined]);
    expect(reasons('at-once: 3\ncall: { api: chat }\nexpect: completion', target)).toEqual([
      {
        code: 'needs.at-once',
        message: 'the target does not have room for 3 requests at once: its limits say requests-per-second: 2.5',
      },
    ]);
  });
});
