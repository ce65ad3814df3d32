import { plantedToken } from './accounts.js';

/** A target file that has something wrong with it, and what it is read with. */
export interface WrongTarget {
  readonly name: string;
  readonly file: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly configFile?: string;
}

const workspaces = 'workspaces: { home: { url: https://adb-1.azuredatabricks.net, id: "1" } }';
const identities = 'identities: { default: { token: { env: DATABRICKS_TOKEN } } }';
const rest = `${workspaces}\n${identities}\n`;
const identity = (text: string) => `${workspaces}\nidentities:\n  default: ${text}\n`;
const model = (text: string) => `${rest}models:\n  system: ${text}\n`;

export const wrongTargets: readonly WrongTarget[] = [
  { name: 'unknown-key', file: `${rest}limit: { concurrency: 4 }\n` },
  { name: 'missing-keys', file: 'name: empty\n' },
  { name: 'wrong-types', file: `${rest}features: bare-names\nlimits: { head-timeout: 120, concurrency: 0 }\n` },
  { name: 'unknown-workspace-role', file: `workspaces: { hom: { url: https://a.net } }\n${identities}\n` },
  {
    name: 'unknown-roles',
    file: `${rest}models: { constructor: { fqn: a.b.c, apis: [chat] } }\nfeatures: [bare-name]\n`,
  },
  {
    name: 'unknown-expected-model',
    file: identity('{ token: { env: DATABRICKS_TOKEN }, expects: { privat: { lacks: [EXECUTE] } } }'),
  },
  {
    name: 'unknown-privilege',
    file: identity('{ token: { env: DATABRICKS_TOKEN }, expects: { private: { lacks: [EXECUT] } } }'),
  },
  {
    name: 'expectation-without-model',
    file: identity('{ token: { env: DATABRICKS_TOKEN }, expects: { private: { lacks: [EXECUTE] } } }'),
  },
  { name: 'unknown-warehouse-role', file: `${rest}warehouses: { defalt: { id: a1b2c3d4e5f60718 } }\n` },
  {
    name: 'warehouse-path-as-id',
    file: `${rest}warehouses: { default: { id: /sql/1.0/warehouses/a1b2c3d4e5f60718 } }\n`,
  },
  { name: 'url-without-scheme', file: `workspaces: { home: { url: adb-1.azuredatabricks.net } }\n${identities}\n` },
  {
    name: 'url-of-another-scheme',
    file: `workspaces: { home: { url: ftp://adb-1.azuredatabricks.net } }\n${identities}\n`,
  },
  {
    name: 'url-with-password',
    file: `workspaces: { home: { url: "https://user:opaque@adb-1.azuredatabricks.net" } }\n${identities}\n`,
  },
  { name: 'url-with-path', file: `${rest}account-url: https://accounts.example.net/ai-gateway\n` },
  {
    name: 'url-with-query',
    file: `workspaces: { home: { url: "https://adb-1.azuredatabricks.net/?o=1" } }\n${identities}\n`,
  },
  {
    name: 'workspace-id-with-letters',
    file: `workspaces: { home: { url: https://a.net, id: adb-1 } }\n${identities}\n`,
  },
  {
    name: 'workspace-id-in-hexadecimal',
    file: `workspaces: { home: { url: https://a.net, id: 0x1F } }\n${identities}\n`,
  },
  {
    name: 'same-workspace',
    file: `workspaces: { home: { url: https://a.net, id: 1 }, second: { url: https://b.net, id: "1" } }\n${identities}\n`,
  },
  { name: 'model-name-of-two-parts', file: model('{ fqn: system.ai, apis: [chat] }') },
  { name: 'bare-name-with-schema', file: model('{ fqn: system.ai.some-model, bare: ai.some-model, apis: [chat] }') },
  { name: 'unknown-api', file: model('{ fqn: system.ai.some-model, apis: [chat, mesages] }') },
  { name: 'no-time-at-all', file: `${rest}limits: { head-timeout: 0s, max-body: 0B, retry-budget: 0s }\n` },
  { name: 'too-much-time', file: `${rest}limits: { total-timeout: 40000m }\n` },
  { name: 'secret-as-token', file: identity(`{ token: ${plantedToken} }`) },
  { name: 'opaque-secret-as-token', file: identity('{ token: "opaque: # secret" }') },
  { name: 'secret-in-a-comment', file: `# was ${plantedToken}\n${rest}` },
  {
    name: 'secret-under-another-key',
    file: identity('{ password: opaque-secret, profile: prod }'),
    configFile: '[prod]\ntoken = token-one\n',
  },
  {
    name: 'secret-over-several-lines',
    file: `${workspaces}\nidentities:\n  default:\n    token: |\n      opaque\n      secret\n`,
  },
  { name: 'secret-as-variable-name', file: identity(`{ token: { env: ${plantedToken} } }`) },
  { name: 'two-secrets', file: `${rest}name: ${plantedToken}\naccount-url: https://${plantedToken}@a.net\n` },
  { name: 'no-credential', file: identity('{ refused: true }') },
  {
    name: 'two-credentials',
    file: identity('{ token: { env: DATABRICKS_TOKEN }, profile: prod }'),
    configFile: '[prod]\ntoken = token-one\n',
  },
  {
    name: 'variables-missing',
    file: `${workspaces}\nidentities:\n  default: { token: { env: DATABRICKS_TOKEN } }\n  expired: { token: { env: EXPIRED_TOKEN }, refused: true }\n`,
    environment: { DATABRICKS_TOKEN: '' },
  },
  { name: 'token-with-line-end', file: rest, environment: { DATABRICKS_TOKEN: `${plantedToken}\n` } },
  { name: 'profile-without-file', file: identity('{ profile: prod }') },
  { name: 'profile-missing', file: identity('{ profile: prd }'), configFile: '[prod]\ntoken = token-one\n' },
  {
    name: 'profile-of-the-settings',
    file: identity('{ profile: __settings__ }'),
    configFile: '[__settings__]\ndefault_profile = prod\n',
  },
  {
    name: 'profile-incomplete',
    file: identity('{ profile: prod }'),
    configFile: '[DEFAULT]\ntoken = token-one\n[prod]\nhost = adb-1.azuredatabricks.net\n',
  },
  {
    name: 'profile-with-oauth',
    file: identity('{ profile: prod }'),
    configFile: '[prod]\nclient_id = a\nclient_secret = b\n',
  },
  {
    name: 'profile-with-several-kinds',
    file: identity('{ profile: prod }'),
    configFile: '[prod]\ntoken = token-one\nclient_id = some-client\nclient_secret = some-secret\n',
  },
  {
    name: 'profile-with-another-kind',
    file: identity('{ profile: prod }'),
    configFile: '[prod]\nauth_type = azure-cli\n',
  },
  {
    name: 'login-of-another-host',
    file: identity('{ cli: { profile: prod } }'),
    configFile: '[prod]\nhost = adb-2.azuredatabricks.net\n',
  },
  { name: 'login-without-profile', file: identity('{ cli: { profile: prod } }') },
  {
    name: 'client-of-another-host',
    file: identity('{ profile: prod }'),
    configFile: '[prod]\nhost = b.net\nclient_id = some-client\nclient_secret = some-secret\n',
  },
  { name: 'client-variable-missing', file: identity('{ client: { id: some-client, secret: { env: SECRET } } }') },
  {
    name: 'client-secret-in-file',
    file: identity(`{ client: { id: some-client, secret: dose${'0123456789abcdef'.repeat(2)} } }`),
  },
  {
    name: 'client-id-with-spaces',
    file: identity('{ client: { id: some client, secret: { env: SECRET } } }'),
    environment: { SECRET: 'some-secret' },
  },
  {
    name: 'client-and-token',
    file: identity('{ token: { env: DATABRICKS_TOKEN }, client: { id: some-client, secret: { env: SECRET } } }'),
  },
  {
    name: 'client-of-an-account-without-host',
    file: identity('{ client: { id: some-client, secret: { env: SECRET }, account-id: some-account } }'),
    environment: { SECRET: 'some-secret' },
  },
  {
    name: 'client-with-unencrypted-host',
    file: identity('{ client: { id: some-client, secret: { env: SECRET }, host: "http://a.net" } }'),
    environment: { SECRET: 'some-secret' },
  },
  { name: 'url-without-encryption', file: `workspaces: { home: { url: http://a.net } }\n${identities}\n` },
  {
    name: 'profile-of-another-host',
    file: identity('{ profile: prod }'),
    configFile: '[prod]\nhost = adb-2.azuredatabricks.net\ntoken = token-one\n',
  },
  {
    name: 'profile-with-wrong-host',
    file: identity('{ profile: prod }'),
    configFile: '[prod]\nhost = https://a.net/path\ntoken = token-one\n',
  },
  { name: 'config-file-missing', file: `config-file: ./my.databrickscfg\n${identity('{ profile: prod }')}` },
  {
    name: 'config-file-of-the-environment-missing',
    file: identity('{ profile: prod }'),
    environment: { DATABRICKS_CONFIG_FILE: '/nowhere/databrickscfg' },
  },
];
