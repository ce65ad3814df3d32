import { plantedToken } from './accounts.js';

/** An environment that does not make a target. */
export interface WrongEnvironment {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly configFile?: string;
  readonly profile?: string;
}

const connection = { DATABRICKS_HOST: 'adb-1.azuredatabricks.net', DATABRICKS_TOKEN: 'token-one' };

export const wrongEnvironments: readonly WrongEnvironment[] = [
  { name: 'nothing', environment: {} },
  { name: 'nothing-but-a-token', environment: { DATABRICKS_TOKEN: 'token-one' } },
  { name: 'no-token', environment: { DATABRICKS_HOST: 'a.net' }, configFile: '[DEFAULT]\ntoken = token-one\n' },
  {
    name: 'oauth',
    environment: { DATABRICKS_HOST: 'a.net', DATABRICKS_CLIENT_ID: 'id', DATABRICKS_CLIENT_SECRET: 'word' },
  },
  { name: 'client-without-secret', environment: { DATABRICKS_HOST: 'a.net', DATABRICKS_CLIENT_ID: 'some-client' } },
  {
    name: 'several-kinds',
    environment: { ...connection, DATABRICKS_CLIENT_ID: 'some-client', DATABRICKS_CLIENT_SECRET: 'some-secret' },
  },
  { name: 'named-kind-missing', environment: { ...connection, DATABRICKS_AUTH_TYPE: 'oauth-m2m' } },
  { name: 'host-without-encryption', environment: { ...connection, DATABRICKS_HOST: 'http://a.net' } },
  { name: 'auth-type', environment: { ...connection, DATABRICKS_AUTH_TYPE: 'azure-cli' } },
  { name: 'host-with-path', environment: { ...connection, DATABRICKS_HOST: 'https://a.net/sql' } },
  { name: 'workspace-id', environment: { ...connection, DATABRICKS_WORKSPACE_ID: 'home' } },
  { name: 'workspace-id-in-host', environment: { ...connection, DATABRICKS_HOST: 'https://a.net/?o=home' } },
  { name: 'token-with-spaces', environment: { ...connection, DATABRICKS_TOKEN: ` ${plantedToken}` } },
  { name: 'token-too-short', environment: { ...connection, DATABRICKS_TOKEN: 'dapi' } },
  { name: 'profile-missing', environment: { DATABRICKS_CONFIG_PROFILE: 'prd' }, configFile: '[prod]\nhost = a.net\n' },
  { name: 'profile-asked-for-missing', environment: connection, profile: 'prod' },
  { name: 'profile-is-a-token', environment: { DATABRICKS_CONFIG_PROFILE: plantedToken } },
  { name: 'default-profile-missing', environment: {}, configFile: '[__settings__]\ndefault_profile = prod\n' },
  { name: 'profile-incomplete', environment: {}, configFile: '[DEFAULT]\nhost = a.net\n' },
  {
    name: 'profile-of-another-host',
    environment: { DATABRICKS_HOST: 'b.net' },
    configFile: '[prod]\nhost = a.net\ntoken = token-one\n',
    profile: 'prod',
  },
  { name: 'config-file-missing', environment: { DATABRICKS_CONFIG_FILE: '/nowhere/databrickscfg' } },
  {
    name: 'model-of-two-parts',
    environment: {
      ...connection,
      GATEWAY_CONFORMANCE_MODEL_SYSTEM: 'system.ai',
      GATEWAY_CONFORMANCE_MODEL_SYSTEM_BARE: 'a.b',
    },
  },
  {
    name: 'model-with-unknown-api',
    environment: {
      ...connection,
      GATEWAY_CONFORMANCE_MODEL_SYSTEM: 'a.b.c',
      GATEWAY_CONFORMANCE_MODEL_SYSTEM_APIS: 'chat, mesages',
    },
  },
  { name: 'model-of-unknown-role', environment: { ...connection, GATEWAY_CONFORMANCE_MODEL_SYSTM: 'a.b.c' } },
  { name: 'model-details-alone', environment: { ...connection, GATEWAY_CONFORMANCE_MODEL_SYSTEM_APIS: 'chat' } },
];
