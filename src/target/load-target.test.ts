import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../wire/index.js';
import { checkTarget, loadTarget } from './load-target.js';
import { targetOfDocument } from './target-of-document.js';
import { contextOf, source, unwrap } from './testing/accounts.js';

const everything = `
name: westeurope-prod
account-url: https://accounts.example.net/
workspaces:
  home: { url: https://adb-1.azuredatabricks.net/, id: "7474650000000000123" }
  second: { url: https://adb-2.azuredatabricks.net, id: 12345678901234567 }
models:
  system: { fqn: system.ai.databricks-some-model, bare: databricks-some-model, apis: [chat, messages] }
  private: { fqn: main.gateway.private, apis: [chat] }
identities:
  default: { token: { env: DATABRICKS_TOKEN } }
  without-execute: { profile: no-exec, expects: { private: { lacks: [EXECUTE] } } }
  expired: { token: { env: EXPIRED_TOKEN }, refused: true }
warehouses: { default: { id: a1b2c3d4e5f60718 } }
features: [bare-names]
limits: { concurrency: 8, at-once: 64, max-tokens: 64, head-timeout: 1.5s, idle-timeout: 500ms, total-timeout: 2m, max-body: 1MiB, retry-budget: 0s, statement-timeout: 5m }
`;

const smallest =
  'workspaces: { home: { url: http://127.0.0.1:8080 } }\nidentities: { default: { token: { env: DATABRICKS_TOKEN } } }\n';

describe('a target file', () => {
  it('becomes a target with every reference resolved', () => {
    const context = contextOf(
      { DATABRICKS_TOKEN: 'token-one', EXPIRED_TOKEN: 'token-two' },
      '[no-exec]\nhost = adb-1.azuredatabricks.net/\ntoken = token-three\n',
    );
    expect(unwrap(loadTarget(source(everything), context))).toEqual({
      name: 'westeurope-prod',
      source: 'target.yaml',
      accountUrl: 'https://accounts.example.net',
      workspaces: {
        home: { url: 'https://adb-1.azuredatabricks.net', id: '7474650000000000123' },
        second: { url: 'https://adb-2.azuredatabricks.net', id: '12345678901234567' },
      },
      models: {
        system: { fqn: 'system.ai.databricks-some-model', bare: 'databricks-some-model', apis: ['chat', 'messages'] },
        private: { fqn: 'main.gateway.private', apis: ['chat'] },
      },
      identities: {
        default: {
          credential: { kind: 'pat', secret: 'token-one', origin: 'variable DATABRICKS_TOKEN' },
          expects: {},
          refused: false,
        },
        'without-execute': {
          credential: { kind: 'pat', secret: 'token-three', origin: 'profile no-exec in ~/.databrickscfg' },
          expects: { private: { lacks: ['EXECUTE'] } },
          refused: false,
        },
        expired: {
          credential: { kind: 'pat', secret: 'token-two', origin: 'variable EXPIRED_TOKEN' },
          expects: {},
          refused: true,
        },
      },
      warehouses: { default: { id: 'a1b2c3d4e5f60718' } },
      features: ['bare-names'],
      limits: {
        concurrency: 8,
        atOnce: 64,
        maxTokens: 64,
        wire: { ...defaultLimits, headMs: 1500, idleMs: 500, totalMs: 120_000, bodyBytes: 1024 * 1024 },
        retryBudgetMs: 0,
        statementMs: 300_000,
      },
    });
  });

  it('needs one workspace and one identity, and no more', () => {
    const target = unwrap(
      loadTarget(source(smallest, 'targets/local.yaml'), contextOf({ DATABRICKS_TOKEN: 'token-one' })),
    );
    expect(target).toMatchObject({
      name: 'local',
      workspaces: { home: { url: 'http://127.0.0.1:8080' } },
      models: {},
      warehouses: {},
      features: [],
      limits: {
        concurrency: 4,
        atOnce: 8,
        maxTokens: 256,
        wire: defaultLimits,
        retryBudgetMs: 60_000,
        statementMs: 600_000,
      },
    });
    expect(target).not.toHaveProperty('accountUrl');
    expect(target.workspaces.home).not.toHaveProperty('id');
  });

  it.each(['"90071992547409931234"', '90071992547409931234', "'90071992547409931234'"])(
    'keeps the digits of id %s',
    (id) => {
      const text = smallest.replace('8080 }', `8080, id: ${id} }`);
      expect(unwrap(loadTarget(source(text), contextOf({ DATABRICKS_TOKEN: 'token-one' }))).workspaces.home?.id).toBe(
        '90071992547409931234',
      );
    },
  );

  it('finds its configuration file from its own folder', () => {
    const context = contextOf();
    mkdirSync(join(context.homeDirectory, 'profiles'));
    writeFileSync(join(context.homeDirectory, 'profiles', 'cfg'), '[prod]\ntoken = token-one\n');
    const text = `config-file: profiles/cfg\n${smallest.replace('token: { env: DATABRICKS_TOKEN }', 'profile: prod')}`;
    const target = unwrap(
      loadTarget(source(text), { ...context, environment: { DATABRICKS_CONFIG_FILE: '/nowhere' } }),
    );
    expect(target.identities.default?.credential).toMatchObject({
      secret: 'token-one',
      origin: 'profile prod in profiles/cfg',
    });
  });

  it.each(['~/other', 'HOME/other'])('finds the configuration file %s that DATABRICKS_CONFIG_FILE names', (named) => {
    const context = contextOf();
    writeFileSync(join(context.homeDirectory, 'other'), '[prod]\ntoken = token-one\n');
    const environment = { DATABRICKS_CONFIG_FILE: named.replace('HOME', context.homeDirectory) };
    const text = smallest.replace('token: { env: DATABRICKS_TOKEN }', 'profile: prod');
    expect(unwrap(loadTarget(source(text), { ...context, environment })).identities.default?.credential).toMatchObject({
      secret: 'token-one',
    });
  });

  it('does not look for a configuration file that nobody needs', () => {
    const environment = { DATABRICKS_TOKEN: 'token-one', DATABRICKS_CONFIG_FILE: '/nowhere' };
    expect(loadTarget(source(smallest), contextOf(environment)).ok).toBe(true);
  });

  it('may be a document that was never a file', () => {
    const document = {
      workspaces: { home: { url: 'http://127.0.0.1:8080', id: '12' } },
      identities: { default: { token: { env: 'A' } } },
    };
    const target = unwrap(targetOfDocument('mock', document, contextOf({ A: 'token-one' })));
    expect(target).toMatchObject({ name: 'mock', source: 'mock', workspaces: document.workspaces });
  });
});

describe('what a target says of limits', () => {
  const load = (text: string) => loadTarget(source(text), contextOf({ DATABRICKS_TOKEN: 'token-one' }));

  it('is what the run keeps to', () => {
    const text = `${smallest}\nlimits: { requests-per-second: 0.5, tokens-per-minute: 20000, total-requests: 500, total-tokens: 100000 }\n`;
    expect(unwrap(load(text)).limits).toMatchObject({
      requestsPerSecond: 0.5,
      tokensPerMinute: 20_000,
      totalRequests: 500,
      totalTokens: 100_000,
    });
    const unlimited = unwrap(load(smallest)).limits;
    for (const key of ['requestsPerSecond', 'tokensPerMinute', 'totalRequests', 'totalTokens'])
      expect(unlimited).not.toHaveProperty(key);
  });

  it('is, of a model service, what the account has set on it', () => {
    const text = `${smallest}\nmodels: { system: { fqn: a.b.c, apis: [chat], limit: { requests: 3, per: 1m } } }\n`;
    expect(unwrap(load(text)).models).toEqual({
      system: { fqn: 'a.b.c', apis: ['chat'], limit: { requests: 3, perMs: 60_000 } },
    });
    const never = load(text.replace('1m', '0s'));
    expect(never.ok ? [] : never.problems.map(({ code, message }) => [code, message])).toEqual([
      ['target.bad-limit', '`0s` cannot be the period of a limit'],
    ]);
  });
});

describe('the check of a target file', () => {
  const { roles, apis } = contextOf();

  it('does not ask for what the file refers to', () => {
    expect(checkTarget(source(`config-file: nowhere\n${everything}`), roles, apis)).toEqual([]);
  });

  it('reports what is wrong with the file itself, all at once', () => {
    const text = everything
      .replace('https://adb-1.azuredatabricks.net/', 'adb-1')
      .replace('[chat, messages]', '[chta]')
      .replace('1MiB', '0B')
      .replace('expired: { token: { env: EXPIRED_TOKEN },', 'expird: {');
    expect(checkTarget(source(text), roles, apis).map(({ code }) => code)).toEqual([
      'target.unknown-role',
      'target.credential-unclear',
      'target.bad-url',
      'target.unknown-api',
      'target.bad-limit',
    ]);
  });

  it('reports a secret', () => {
    const text = smallest.replace('{ env: DATABRICKS_TOKEN }', 'opaque');
    expect(checkTarget(source(text), roles, apis).map(({ code }) => code)).toEqual(['target.secret-in-file']);
  });
});
