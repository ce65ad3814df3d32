import { describe, expect, it } from 'vitest';
import { defaultTargetLimits } from './limits.js';
import { targetFromEnvironment } from './target-from-environment.js';
import { contextOf, unwrap } from './testing/accounts.js';

const profiles = `
[DEFAULT]
host = default.net
token = of-default
[prod]
host = prod.net
token = token-of-prod
workspace_id = 7474650000000000123
[dev]
host = https://dev.net/?o=12
token = token-of-dev
workspace_id = 34
`;
const preset = '[__settings__]\ndefault_profile = dev\n';

/** URL, id and token that come out: enough to see which source won. */
function connection(environment: Record<string, string>, configFile?: string, profile?: string) {
  const { workspaces, identities } = unwrap(targetFromEnvironment(contextOf(environment, configFile), profile));
  const credential = identities.default?.credential;
  return { ...workspaces.home, ...(credential?.kind === 'pat' ? { token: credential.secret } : credential) };
}

describe('the environment as a target', () => {
  it('gives one workspace and one identity', () => {
    const environment = {
      DATABRICKS_HOST: 'adb-1.azuredatabricks.net/',
      DATABRICKS_TOKEN: 'token-one',
      DATABRICKS_WORKSPACE_ID: '12',
      DATABRICKS_WAREHOUSE_ID: 'a1b2c3d4e5f60718',
    };
    expect(unwrap(targetFromEnvironment(contextOf(environment)))).toEqual({
      name: 'adb-1.azuredatabricks.net',
      source: 'env',
      workspaces: { home: { url: 'https://adb-1.azuredatabricks.net', id: '12' } },
      models: {},
      identities: {
        default: {
          credential: { kind: 'pat', secret: 'token-one', origin: 'variable DATABRICKS_TOKEN' },
          expects: {},
          refused: false,
        },
      },
      warehouses: { default: { id: 'a1b2c3d4e5f60718' } },
      features: [],
      limits: defaultTargetLimits,
    });
  });

  it('gives the models that variables name', () => {
    const environment = {
      DATABRICKS_HOST: 'a.net',
      DATABRICKS_TOKEN: 'token-one',
      GATEWAY_CONFORMANCE_MODEL_SYSTEM: 'system.ai.databricks-some-model',
      GATEWAY_CONFORMANCE_MODEL_SYSTEM_BARE: 'databricks-some-model',
      GATEWAY_CONFORMANCE_MODEL_SYSTEM_APIS: 'chat, messages',
      GATEWAY_CONFORMANCE_MODEL_PRIVATE: 'main.gateway.private',
      GATEWAY_CONFORMANCE_MODEL_BLOCKS: '',
    };
    expect(unwrap(targetFromEnvironment(contextOf(environment))).models).toEqual({
      system: { fqn: 'system.ai.databricks-some-model', bare: 'databricks-some-model', apis: ['chat', 'messages'] },
      private: { fqn: 'main.gateway.private', apis: ['chat'], apisAssumed: true },
    });
  });

  it.each([
    [
      'the profile asked for',
      { DATABRICKS_CONFIG_PROFILE: 'dev' },
      profiles + preset,
      'prod',
      { url: 'https://prod.net', id: '7474650000000000123', token: 'token-of-prod' },
    ],
    [
      'DATABRICKS_CONFIG_PROFILE',
      { DATABRICKS_CONFIG_PROFILE: 'prod' },
      profiles + preset,
      undefined,
      { url: 'https://prod.net', id: '7474650000000000123', token: 'token-of-prod' },
    ],
    ['default_profile', {}, profiles + preset, undefined, { url: 'https://dev.net', id: '12', token: 'token-of-dev' }],
    ['DEFAULT', {}, profiles, undefined, { url: 'https://default.net', token: 'of-default' }],
    [
      'DEFAULT beside settings that name themselves',
      {},
      `${profiles}[__settings__]\ndefault_profile = __settings__\n`,
      undefined,
      { url: 'https://default.net', token: 'of-default' },
    ],
  ])('takes the profile from %s', (_, environment, configFile, profile, expected) => {
    expect(connection(environment, configFile, profile)).toEqual(expected);
  });

  it('prefers variables to the profile, attribute by attribute', () => {
    const environment = {
      DATABRICKS_CONFIG_PROFILE: 'prod',
      DATABRICKS_TOKEN: 'token-one',
      DATABRICKS_WORKSPACE_ID: '56',
    };
    expect(connection(environment, profiles)).toEqual({ url: 'https://prod.net', id: '56', token: 'token-one' });
  });

  it('leaves the profiles alone when the variables name a host', () => {
    const environment = { DATABRICKS_HOST: 'a.net', DATABRICKS_TOKEN: 'token-one' };
    expect(connection(environment, profiles + preset)).toEqual({ url: 'https://a.net', token: 'token-one' });
  });

  it('takes the id out of the host', () => {
    const environment = { DATABRICKS_HOST: 'https://a.net/?o=7474650000000000123', DATABRICKS_TOKEN: 'token-one' };
    expect(connection(environment)).toEqual({ url: 'https://a.net', id: '7474650000000000123', token: 'token-one' });
    expect(connection({ ...environment, DATABRICKS_WORKSPACE_ID: '56' })).toMatchObject({ id: '56' });
  });

  it("does not give a profile's id to another host", () => {
    const environment = { DATABRICKS_CONFIG_PROFILE: 'prod', DATABRICKS_HOST: 'a.net', DATABRICKS_TOKEN: 'token-one' };
    expect(connection(environment, profiles)).toEqual({ url: 'https://a.net', token: 'token-one' });
  });
});
