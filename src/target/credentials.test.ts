import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTarget } from './load-target.js';
import { secretsOf } from './secrets-of.js';
import { targetFromEnvironment } from './target-from-environment.js';
import { contextOf, source, unwrap } from './testing/accounts.js';

const secret = { SECRET: 'some-secret' };
const client = { kind: 'client', id: 'some-client', secret: 'some-secret', scope: 'all-apis' };

/** The credential of the identity default, which a target file writes so. */
function credentialOf(written: string, environment: Record<string, string> = {}, configFile?: string) {
  const text = `
account-url: https://accounts.example.net
workspaces: { home: { url: https://home.net } }
identities: { default: ${written} }
`;
  const context = contextOf(environment, configFile);
  const target = unwrap(loadTarget(source(text), context));
  return { credential: target.identities.default?.credential, target, home: context.homeDirectory };
}

describe('a client in a target file', () => {
  it.each([
    ['has its tokens issued where they are sent', '', {}],
    ['may ask for less', ', scope: ai-gateway', { scope: 'ai-gateway' }],
    ['may have an issuer', ', host: https://b.net/', { issuer: { host: 'https://b.net' } }],
    [
      'may have an account for an issuer, at the account-level URL',
      ', account-id: a-1',
      { issuer: { host: 'https://accounts.example.net', accountId: 'a-1' } },
    ],
    [
      'may have an account for an issuer, at another host',
      ', account-id: a-1, host: https://b.net',
      { issuer: { host: 'https://b.net', accountId: 'a-1' } },
    ],
  ])('%s', (_, more, expected) => {
    const { credential, target } = credentialOf(
      `{ client: { id: some-client, secret: { env: SECRET }${more} } }`,
      secret,
    );
    expect(credential).toEqual({ ...client, origin: 'variable SECRET', ...expected });
    expect(secretsOf(target)).toEqual(['some-secret']);
  });
});

describe('a login of the Databricks CLI in a target file', () => {
  it('is of the URL that is called', () => {
    const { credential, target } = credentialOf('{ cli: true }');
    expect(credential).toEqual({ kind: 'cli', program: 'databricks', origin: 'the login of the Databricks CLI' });
    expect(secretsOf(target)).toEqual([]);
  });

  it.each([
    ['{ cli: { profile: prod } }', ''],
    ['{ profile: prod }', 'auth_type = databricks-cli\n'],
  ])('is of a profile, by %s', (written, more) => {
    const { credential, home } = credentialOf(
      written,
      { DATABRICKS_CLI_PATH: '/opt/databricks' },
      `[prod]\nhost = home.net\n${more}`,
    );
    expect(credential).toEqual({
      kind: 'cli',
      profile: 'prod',
      program: '/opt/databricks',
      configFile: join(home, '.databrickscfg'),
      origin: 'profile prod in ~/.databrickscfg',
    });
  });
});

describe('a profile', () => {
  const origin = 'profile prod in ~/.databrickscfg';
  const pair = 'client_id = some-client\nclient_secret = some-secret\n';

  it.each([
    ['a client', pair, { ...client, origin }],
    ['a client of a workspace', `host = home.net\n${pair}`, { ...client, origin }],
    ['a client with scopes', `${pair}scopes = ai-gateway, sql`, { ...client, scope: 'ai-gateway sql', origin }],
    [
      'a client of the account',
      `host = https://accounts.example.net\naccount_id = a-1\n${pair}`,
      { ...client, issuer: { host: 'https://accounts.example.net', accountId: 'a-1' }, origin },
    ],
    [
      'a client of an account whose host is no URL of the target',
      `host = https://accounts.cloud.databricks.com\naccount_id = a-1\n${pair}`,
      { ...client, issuer: { host: 'https://accounts.cloud.databricks.com', accountId: 'a-1' }, origin },
    ],
    [
      'the kind that it names',
      `auth_type = pat\ntoken = token-one\n${pair}`,
      { kind: 'pat', secret: 'token-one', origin },
    ],
  ])('holds %s', (_, profile, expected) => {
    expect(credentialOf('{ profile: prod }', {}, `[prod]\n${profile}\n`).credential).toEqual(expected);
  });
});

describe('the environment', () => {
  const of = (environment: Record<string, string>, configFile?: string) =>
    unwrap(targetFromEnvironment(contextOf({ DATABRICKS_HOST: 'home.net', ...environment }, configFile))).identities
      .default?.credential;
  const pair = { DATABRICKS_CLIENT_ID: 'some-client', DATABRICKS_CLIENT_SECRET: 'some-secret' };

  it('gives a client', () => {
    expect(of(pair)).toEqual({ ...client, origin: 'variable DATABRICKS_CLIENT_SECRET' });
  });

  it('gives the kind that DATABRICKS_AUTH_TYPE names', () => {
    const both = { ...pair, DATABRICKS_TOKEN: 'token-one' };
    expect(of({ ...both, DATABRICKS_AUTH_TYPE: 'pat' })).toMatchObject({ kind: 'pat', secret: 'token-one' });
    expect(of({ ...both, DATABRICKS_AUTH_TYPE: 'oauth-m2m' })).toMatchObject({ kind: 'client' });
  });

  it('gives a login of the Databricks CLI', () => {
    expect(of({ DATABRICKS_AUTH_TYPE: 'databricks-cli' })).toEqual({
      kind: 'cli',
      program: 'databricks',
      origin: 'variable DATABRICKS_AUTH_TYPE',
    });
  });

  it('gives the login of the profile that it names', () => {
    const credential = of(
      { DATABRICKS_CONFIG_PROFILE: 'prod' },
      '[prod]\nhost = home.net\nauth_type = databricks-cli\n',
    );
    expect(credential).toMatchObject({ kind: 'cli', profile: 'prod', origin: 'profile prod in ~/.databrickscfg' });
  });

  it('completes a profile with what variables say', () => {
    const environment = { DATABRICKS_CONFIG_PROFILE: 'prod', DATABRICKS_CLIENT_SECRET: 'some-secret' };
    const configFile = '[prod]\nhost = home.net\nclient_id = some-client\nclient_secret = another-secret\n';
    expect(of(environment, configFile)).toEqual({ ...client, origin: 'variable DATABRICKS_CLIENT_SECRET' });
  });
});
