import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { databricksConfigOf, type SimulatedAccount, startSimulatedAccount } from '../mock/index.js';
import { commandLine, type Finished, temporaryFile, temporaryFolder, verdictsIn } from './testing/command-line.js';

let account: SimulatedAccount;
beforeAll(async () => {
  account = await startSimulatedAccount();
});
afterAll(() => account.close());

interface Ran extends Finished {
  readonly folder: string;
  /** Everything that the run said and wrote. */
  readonly written: string;
}

async function run(target: string, parameters: readonly string[], environment: Record<string, string>): Promise<Ran> {
  const folder = temporaryFolder();
  const finished = await commandLine(['run', '--target', target, '--out', folder, ...parameters], { environment });
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const written = [finished.stdout, finished.stderr, ...files].join('\n');
  for (const secret of Object.values(account.environment)) {
    const secrets = [secret, Buffer.from(`token:${secret}`).toString('base64')];
    for (const form of secrets) expect(written.includes(form)).toBe(false);
  }
  // No OAuth access token either, whoever fetched it.
  expect(written).not.toMatch(/eyJ[\w-]{10,}\.eyJ/);
  return { ...finished, folder, written };
}

const targetFile = (change: object = {}) =>
  temporaryFile('target.yaml', stringify({ ...account.targetDocument, ...change }));
const clientOf = () =>
  account.targetDocument.identities['service-principal']?.client ?? { id: '', secret: { env: '' } };
const verdictsOf = ({ folder }: Ran, prefix: string) =>
  new Set(verdictsIn(folder).flatMap(({ instance, verdict }) => (instance.startsWith(prefix) ? [verdict] : [])));

describe('the credentials of a target', () => {
  it('may be those of service principals', async () => {
    const ran = await run(targetFile(), ['--suite', 'full', '--case', 'authentication.*'], account.environment);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(verdictsOf(ran, 'authentication.oauth-token')).toEqual(new Set(['passed']));
    expect(verdictsOf(ran, 'authentication.account-token')).toEqual(new Set(['observed']));
  });

  it('may come from profiles', async () => {
    const identities = Object.fromEntries(
      Object.keys(account.targetDocument.identities).map((name) => [name, { profile: name }]),
    );
    const configFile = temporaryFile('profiles', databricksConfigOf(account));
    const target = targetFile({ identities, 'config-file': configFile });
    const ran = await run(
      target,
      ['--suite', 'full', '--case', 'authentication.oauth*', 'authentication.account-token*'],
      {},
    );
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 4, stderr: '' });
    expect(verdictsOf(ran, 'authentication.oauth-token')).toEqual(new Set(['passed']));
    expect(verdictsOf(ran, 'authentication.account-token')).toEqual(new Set(['observed']));
  });

  it('may be variables that name a client', async () => {
    const { id, secret } = clientOf();
    const ran = await run('env', ['--suite', 'smoke'], {
      DATABRICKS_HOST: account.origins['home'] ?? '',
      DATABRICKS_CLIENT_ID: id,
      DATABRICKS_CLIENT_SECRET: account.environment[secret.env] ?? '',
      GATEWAY_CONFORMANCE_MODEL_SYSTEM: account.targetDocument.models['system']?.fqn ?? '',
    });
    expect(verdictsOf(ran, 'authentication.bearer')).toEqual(new Set(['passed']));
  });

  it('may be the login of the Databricks CLI', async () => {
    const token = account.environment['SIMULATED_TOKEN_DEFAULT'] ?? '';
    const program = temporaryFile(
      'databricks',
      `#!${process.execPath}\nconsole.log(JSON.stringify({ access_token: process.argv[4] === '--host=${account.origins['home']}' ? '${token}' : '' }));\n`,
    );
    chmodSync(program, 0o755);
    const identities = { default: { cli: true } };
    const ran = await run(targetFile({ identities }), ['--case', 'authentication.bearer*', '--suite', 'smoke'], {
      DATABRICKS_CLI_PATH: program,
    });
    expect(verdictsOf(ran, 'authentication.bearer')).toEqual(new Set(['passed']));
  });
});

describe('a credential that cannot be used', () => {
  const selection = ['--suite', 'full', '--case', 'authentication.bearer*', 'authentication.oauth-token*'];

  it('is exit code 3, what needs it is skipped for that reason, and the rest is run', async () => {
    const wrong = { ...account.environment, [clientOf().secret.env]: 'a-wrong-secret-of-a-client' };
    const ran = await run(targetFile(), selection, wrong);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(
      /Part of the target could not be tested: http:.*\/oidc\/v1\/token does not accept the client of the identity service-principal \(HTTP 401, invalid_client\)/,
    );
    expect(ran.stdout).toContain('variable SIMULATED_CLIENT_SECRET_SERVICE_PRINCIPAL');
    expect(verdictsOf(ran, 'authentication.bearer')).toEqual(new Set(['passed']));
    expect(verdictsOf(ran, 'authentication.oauth')).toEqual(new Set());
    const planned = readFileSync(join(ran.folder, 'journal.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"event":"planned"') && line.includes('"authentication.oauth-token'));
    expect(planned.length).toBeGreaterThan(5);
    expect(planned.filter((line) => !line.includes('"code":"needs.credential"'))).toEqual([]);
    expect(ran.written).not.toContain('a-wrong-secret-of-a-client');
  });

  it('names the variable and the identity when the variable is missing', async () => {
    const { [clientOf().secret.env]: _missing, ...rest } = account.environment;
    const { code, stderr } = await commandLine(['run', '--target', targetFile(), ...selection], { environment: rest });
    expect(code).toBe(3);
    expect(stderr).toContain(
      'identity service-principal needs the variable SIMULATED_CLIENT_SECRET_SERVICE_PRINCIPAL, which is not set',
    );
  });
});
