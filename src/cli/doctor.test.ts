import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type SimulatedAccount, startSimulatedAccount } from '../mock/index.js';
import { commandLine, type Finished, temporaryFile } from './testing/command-line.js';
import { serveGateway, targetFileFor, token } from './testing/gateways.js';

// One for each test: a service that answers three requests a minute is asked by each of them.
let account: SimulatedAccount;
beforeEach(async () => {
  account = await startSimulatedAccount();
});
afterEach(() => account.close());

type Document = SimulatedAccount['targetDocument'];

/** Looks the simulated account over, as a target that is wrong in one way says it is. */
async function lookOver(change: (document: Document) => object, environment: Record<string, string> = {}) {
  const file = temporaryFile(
    'target.yaml',
    stringify({ ...account.targetDocument, ...change(account.targetDocument) }),
  );
  const finished = await commandLine(['doctor', '--target', file], {
    environment: { ...account.environment, ...environment },
  });
  expect(finished.stderr).toBe('');
  withoutSecrets(finished);
  return { ...finished, file };
}

async function lookOverGateway(listener: RequestListener): Promise<Finished> {
  const gateway = await serveGateway(listener);
  try {
    return await commandLine(['doctor', '--target', targetFileFor(gateway.url)], { environment: { TOKEN: token } });
  } finally {
    await gateway.close();
  }
}

function withoutSecrets({ stdout, stderr }: Finished) {
  for (const secret of [...Object.values(account.environment), token])
    expect(`${stdout}${stderr}`.includes(secret)).toBe(false);
}

/** The line of a subject, and what is to do about it; the first one below a title. */
function lineOf(stdout: string, subject: string, title = ''): string {
  const lines = stdout.slice(stdout.indexOf(title)).split('\n');
  const first = lines.findIndex((line) => new RegExp(`^ {2}[✓✗-] ${subject} `).test(line));
  const after = lines.slice(first + 1).findIndex((line) => !line.startsWith('      '));
  return first < 0 ? '' : lines.slice(first, first + 1 + after).join('\n');
}

/** Ports, temporary folders and the id of the simulated account differ from run to run. */
function withoutPlaces(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replaceAll(/accounts\/[\da-f-]{36}/g, 'accounts/ACCOUNT')
    .replaceAll(/\/\S+\/target\.yaml/g, 'target.yaml');
}

const failing = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('  ✗'));

describe('doctor', () => {
  it('finds the simulated account as its target says', async () => {
    const { code, stdout, stderr } = await commandLine(['doctor']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(withoutPlaces(stdout)).toMatchFileSnapshot('golden/doctor.txt');
  });

  it('tells one credential that cannot be had, and asks for the others', async () => {
    const variable = account.targetDocument.identities['service-principal']?.client?.secret.env ?? '';
    const { code, stdout } = await lookOver(() => ({}), { [variable]: 'a-wrong-secret-of-a-client' });
    expect(code).toBe(3);
    expect(lineOf(stdout, 'service-principal')).toMatch(
      /does not accept the client .*\(HTTP 401, invalid_client\)\n.*\w/,
    );
    expect(lineOf(stdout, 'service-principal on private')).toContain('not asked: the credential cannot be used');
    expect(lineOf(stdout, 'granted on private')).toContain('✓');
    expect(lineOf(stdout, 'credentials')).toMatch(
      /- credentials .*\n.* because the credential of the identity service-principal cannot/,
    );
    expect(stdout).not.toContain('a-wrong-secret-of-a-client');
    const notFine = stdout.split('\n').filter((line) => !line.startsWith('  ✓'));
    await expect(withoutPlaces(notFine.join('\n'))).toMatchFileSnapshot('golden/doctor-broken-credential.txt');
    expect(stdout).toMatch(/cannot be tested\. .*\nNext: gateway-conformance doctor --target \S*target\.yaml\n$/);
  });

  it('tells a token that is refused, and asks no service as default when it is that of default', async () => {
    const { code, stdout } = await lookOver(() => ({}), { SIMULATED_TOKEN_DEFAULT: `dapi${'1'.repeat(32)}` });
    expect(code).toBe(3);
    expect(lineOf(stdout, 'default')).toMatch(/✗ .*does not accept.*\n {6}renew variable SIMULATED_TOKEN_DEFAULT/);
    expect(lineOf(stdout, 'system')).toContain('- system');
    // What default could not show, others can: a denial beside a completion still counts.
    expect(lineOf(stdout, 'without-execute on private')).toContain('✓');
  });

  it('believes no denial by a service that answers nobody', async () => {
    const { stdout } = await lookOver(({ models }) => ({
      models: { ...models, private: { fqn: 'main.llm.nothing-here', apis: ['chat'] } },
    }));
    expect(lineOf(stdout, 'without-execute on private')).toMatch(/- without.*\n {6}the service answers nobody/);
  });

  it('tells a credential that works although it is meant to be refused', async () => {
    const { code, stdout } = await lookOver(({ identities }) => ({
      identities: { ...identities, 'second-user': { ...identities['second-user'], refused: true } },
    }));
    expect(code).toBe(1);
    expect(failing(stdout)).toEqual([expect.stringMatching(/second-user .*works \(HTTP 200\), and is meant to be/)]);
  });

  it('tells a URL that is another workspace, and sends nothing else there', async () => {
    const { code, stdout } = await lookOver(({ workspaces }) => ({
      workspaces: { ...workspaces, second: { ...workspaces['second'], id: '1000000000000009' } },
    }));
    expect(code).toBe(3);
    expect(lineOf(stdout, 'second')).toMatch(
      /says that it is the workspace 1000000000000002, but .* the id 1000000000000009\n {6}correct the url or the id/,
    );
    expect(lineOf(stdout, 'the rest')).toContain('not asked');
    expect(stdout).not.toContain('answers on');
  });

  it('says which id to write where the target says none', async () => {
    const { code, stdout } = await lookOver(({ workspaces }) => ({
      workspaces: { ...workspaces, second: { url: workspaces['second']?.url } },
    }));
    expect(code).toBe(0);
    expect(lineOf(stdout, 'second')).toContain('write `id: "1000000000000002"`');
  });

  it('tells a workspace that cannot be reached', async () => {
    const { code, stdout } = await lookOver(({ workspaces }) => ({
      workspaces: { ...workspaces, second: { url: 'http://127.0.0.1:1' } },
    }));
    expect(code).toBe(3);
    expect(lineOf(stdout, 'second')).toMatch(/cannot be reached.*\n {6}check the URL/);
    expect(lineOf(stdout, 'home')).toContain('✓ home');
  });

  it('tells a model service that does not answer on an API that the target lists, in the words of the gateway', async () => {
    const { code, stdout } = await lookOver(({ models }) => ({
      models: {
        ...models,
        blocks: { fqn: 'main.llm.nothing-here', apis: ['chat', 'messages'] },
        gemini: { ...models['gemini'], apis: ['chat', 'gemini', 'messages'] },
      },
    }));
    expect(code).toBe(1);
    expect(lineOf(stdout, 'blocks')).toMatch(
      /no answer on chat, messages\n {6}chat, messages: HTTP 404, .*\n {6}check/,
    );
    expect(lineOf(stdout, 'gemini')).toMatch(/answers on chat, gemini; no answer on messages\n {6}messages: HTTP 400/);
    expect(failing(stdout)).toHaveLength(2);
  });

  it('tells a service that answers although nobody should be answered by it', async () => {
    const { code, stdout } = await lookOver(({ models }) => ({
      models: { ...models, disabled: models['system'] },
    }));
    expect(code).toBe(1);
    expect(lineOf(stdout, 'disabled')).toMatch(/no refusal on chat.*\n {6}chat: a completion/);
  });

  it('names what an identity lacks, and the commands that grant that and nothing more', async () => {
    const { code, stdout } = await lookOver(({ identities }) => ({
      identities: {
        ...identities,
        'without-use-schema': { ...identities['without-use-schema'], expects: { private: { lacks: [] } } },
      },
    }));
    expect(code).toBe(1);
    const line = lineOf(stdout, 'without-use-schema on private');
    expect(line).toMatch(/allow: denied 403, names USE SCHEMA\n/);
    expect(line).toContain('"add":["USE_SCHEMA"]');
    expect(line).toContain('GRANT USE SCHEMA ON SCHEMA `main`.`llm` TO `without-use-schema`;');
    expect(line).not.toContain('EXECUTE');
  });

  it('tells who may what nobody expects, and what would revoke it', async () => {
    const { code, stdout } = await lookOver(({ identities }) => ({
      identities: {
        ...identities,
        granted: { token: identities['granted']?.token, expects: { private: { lacks: ['EXECUTE'] } } },
      },
    }));
    expect(code).toBe(1);
    const line = lineOf(stdout, 'granted on private');
    expect(line).toContain('✗ granted on private');
    expect(line).toContain('REVOKE EXECUTE ON MODEL SERVICE `main`.`llm`.`assistant` FROM `PRINCIPAL-OF-granted`;');
    expect(line).toContain('put how Unity Catalog calls granted in place of PRINCIPAL-OF-granted');
  });

  it('tells an identity that lacks another privilege than the target says', async () => {
    const { code, stdout } = await lookOver(({ identities }) => ({
      identities: {
        ...identities,
        'without-execute': { ...identities['without-execute'], expects: { private: { lacks: ['USE SCHEMA'] } } },
      },
    }));
    expect(code).toBe(1);
    expect(lineOf(stdout, 'without-execute on private')).toContain(
      'it lacks EXECUTE, of which the target does not speak',
    );
  });

  it('says which profiles cannot be proved, and why', async () => {
    const { code, stdout } = await lookOver(() => ({ warehouses: {} }));
    expect(code).toBe(0);
    expect(lineOf(stdout, 'ai_query')).toMatch(
      /- ai_query +0 of \d+ requirements\n {6}\d+ because .* a warehouse default/,
    );
    expect(lineOf(stdout, 'warehouses')).toContain('none');
  });

  it('tells a warehouse that is not there, and one that default may not use', async () => {
    const { code, stdout } = await lookOver(
      () => ({ warehouses: { default: { id: 'ffffffffffffffff' }, classic: { id: 'a0b1c2d3e4f50002' } } }),
      { SIMULATED_TOKEN_DEFAULT: account.environment['SIMULATED_TOKEN_WITHOUT_SYSTEM_EXECUTE'] ?? '' },
    );
    expect(code).toBe(1);
    expect(lineOf(stdout, 'warehouse default')).toMatch(
      /✗ .*is not there for default\n {6}\w+: HTTP 404: .*\n {6}check/,
    );
    expect(lineOf(stdout, 'warehouse classic')).toMatch(/✗ .*is not there for default\n {6}\w+: HTTP 403: /);
  });
});

describe('what doctor says of scratch services', () => {
  it('names what the admin may not do, and what would mend that', async () => {
    const { code, stdout } = await lookOver(() => ({}), {
      SIMULATED_TOKEN_ADMIN: account.environment['SIMULATED_TOKEN_NO_GRANTS'] ?? '',
    });
    expect(code).toBe(1);
    const line = lineOf(stdout, 'scratch', 'Scratch services');
    expect(line).toMatch(/✗ scratch .*admin may not read the grants/);
    for (const on of ['model service scratch.llm.assistant', 'schema scratch.llm', 'catalog scratch'])
      expect(line).toContain(`the grants on ${on}: HTTP 403`);
    expect(line).toContain('give admin MANAGE on the catalog');
  });

  it.each([
    ['nobody is there to change grants', 'admin', undefined],
    ['nobody is there whose grants are changed', 'grantee', undefined],
    ['nobody says how Unity Catalog calls the grantee', 'grantee', { token: { env: 'SIMULATED_TOKEN_GRANTEE' } }],
  ])('asks nothing when %s', async (_what, role, identity) => {
    const { code, stdout } = await lookOver(({ identities: { [role]: _, ...others } }) => ({
      identities: identity === undefined ? others : { ...others, [role]: identity },
    }));
    expect(code).toBe(0);
    expect(lineOf(stdout, 'scratch', 'Scratch services')).toContain(`not asked, for want of ${role}`);
    expect(lineOf(stdout, role, 'Scratch services')).toMatch(/^ {2}- .*no grant is changed/);
    expect(lineOf(stdout, 'grants')).toMatch(/^ {2}- grants/);
  });

  it('asks nothing when the credential of the admin is refused', async () => {
    const { code, stdout } = await lookOver(() => ({}), { SIMULATED_TOKEN_ADMIN: `dapi${'1'.repeat(32)}` });
    expect(code).toBe(3);
    expect(lineOf(stdout, 'admin', 'Scratch services')).toContain('the credential cannot be used');
    expect(lineOf(stdout, 'scratch', 'Scratch services')).toContain('not asked');
  });

  it('says that no grant is changed where the target marks none', async () => {
    const { code, stdout } = await lookOver(({ models }) => ({
      models: { ...models, scratch: { fqn: models['scratch']?.fqn, apis: ['chat'] } },
    }));
    expect(code).toBe(0);
    expect(lineOf(stdout, 'scratch services', 'Scratch services')).toContain('none: no grant is changed');
  });
});

describe('a gateway that is none', () => {
  const json = { 'content-type': 'application/json' };

  it('answers nothing as far as doctor can see when all it says is 200 and {}', async () => {
    const finished = await lookOverGateway((_request, response) => response.writeHead(200, json).end('{}'));
    expect(finished.code).toBe(1);
    expect(lineOf(finished.stdout, 'system')).toContain('no answer on chat, messages');
    withoutSecrets(finished);
  });

  it('is not tested when its quota is used up, and keeps no echo of a token or an escape sequence', async () => {
    const finished = await lookOverGateway((request, response) => {
      if (request.url?.endsWith('/Me') === true) return response.writeHead(200, json).end('{}');
      const message = `\u001b[31mtoo many for ${request.headers.authorization ?? ''} ${token}`;
      return response.writeHead(429, json).end(JSON.stringify({ error_code: 'REQUEST_LIMIT_EXCEEDED', message }));
    });
    expect(finished.code).toBe(3);
    expect(lineOf(finished.stdout, 'system')).toContain('REQUEST_LIMIT_EXCEEDED');
    expect(finished.stdout).not.toContain('\u001b');
    withoutSecrets(finished);
  });
});
