import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Account, defaultAccount, type SimulatedAccount, startSimulatedAccount } from '../mock/index.js';
import { commandLine, temporaryFile, temporaryFolder } from './testing/command-line.js';
import { serveGateway, token } from './testing/gateways.js';

let account: SimulatedAccount | undefined;
afterEach(() => account?.close());

/** An account to be asked, and what a user's environment has of it. */
async function served(as = 'DEFAULT', data = defaultAccount()) {
  account = await startSimulatedAccount({ account: data });
  const secret = account.environment[`SIMULATED_TOKEN_${as}`] ?? '';
  return {
    url: account.origins['home'] ?? '',
    DATABRICKS_HOST: account.origins['home'] ?? '',
    DATABRICKS_TOKEN: secret,
  };
}

/** A schema of 25 services, of which the grantee may see the last two: one of them has a name that is none. */
function crowded(): Account {
  const data = defaultAccount();
  const [home, ...others] = data.metastores;
  const [service] = home?.catalogs.find(({ name }) => name === 'scratch')?.schemas[0]?.services ?? [];
  if (home === undefined || service === undefined) throw new Error('the standard account has no scratch service');
  const names = Array.from({ length: 23 }, (_, index) => `hidden-${index}`);
  const services = [...names, 'seen', 'a: "b"\n'].map((name) => ({ ...service, name }));
  const grant = (privileges: Account['grants'][number]['privileges'], on: string) => ({
    metastore: home.id,
    to: 'grantee',
    privileges,
    on,
  });
  return {
    ...data,
    metastores: [
      { ...home, catalogs: [...home.catalogs, { name: 'many', schemas: [{ name: 'llm', services }] }] },
      ...others,
    ],
    grants: [
      ...data.grants,
      grant(['USE CATALOG', 'USE SCHEMA'], 'many'),
      grant(['EXECUTE'], 'many.llm.seen'),
      grant(['EXECUTE'], 'many.llm.a: "b"\n'),
    ],
  };
}

describe('init', () => {
  it('writes a target that is valid, offline', async () => {
    const cwd = temporaryFolder();
    expect(await commandLine(['init', 'west.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    await expect(readFileSync(join(cwd, 'west.yaml'), 'utf8')).toMatchFileSnapshot('golden/init.yaml');
    expect(await commandLine(['check', '--target', 'west.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('leaves a file that is there as it is', async () => {
    const file = temporaryFile('west.yaml', 'mine');
    const { code, stderr } = await commandLine(['init', file]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('error[target.unwritable]') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('init --ask', () => {
  it('writes which workspace it is, and who plays which role on which APIs: enough for the suite smoke', async () => {
    const { url, ...environment } = await served();
    const cwd = temporaryFolder();
    const asked = await commandLine(['init', '--ask'], { cwd, environment });
    expect({ code: asked.code, stderr: asked.stderr }).toEqual({ code: 0, stderr: '' });
    const written = readFileSync(join(cwd, 'target.yaml'), 'utf8');
    await expect(written.replace(url, 'http://127.0.0.1:PORT')).toMatchFileSnapshot('golden/init-asked.yaml');
    expect(written).not.toContain(environment.DATABRICKS_TOKEN);

    const checked = await commandLine(['check', '--target', 'target.yaml'], { cwd, environment });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    const smoke = ['run', '--suite', 'smoke', '--target', 'target.yaml', '--quiet'];
    const run = await commandLine(smoke, { cwd, environment });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    for (const api of ['chat', 'messages', 'responses', 'gemini', 'embeddings'])
      expect(run.stdout).toMatch(new RegExp(`^${api} +[1-9]`, 'm'));
  });

  it('goes on through pages that are emptied by what the caller may not see, and writes down no name that is none', async () => {
    const { url: _, ...environment } = await served('GRANTEE', crowded());
    const cwd = temporaryFolder();
    const asked = await commandLine(['init', '--ask', '--schema', 'many.llm'], { cwd, environment });
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    const written = readFileSync(join(cwd, 'target.yaml'), 'utf8');
    expect(parse(written).models.system.fqn).toBe('many.llm.seen');
    expect(written).not.toContain('"b"');
    expect(written).not.toContain('hidden');
  });

  it('writes nothing when the workspace does not list', async () => {
    const { url: _, ...environment } = await served();
    const { code, stderr } = await commandLine(['init', '--ask', '--schema', 'main.none'], { environment });
    expect(code).toBe(3);
    expect(stderr).toContain('error[target.no-listing]');
    expect(stderr).toContain('does not list the model services of main.none: HTTP 404');
  });

  it('comes to an end when the pages do not, and asks for small ones', async () => {
    const json = { 'content-type': 'application/json', 'x-databricks-org-id': '7000000000000001' };
    const sizes = new Set<string | null>();
    const gateway = await serveGateway((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      if (pathname.endsWith('/model-services')) sizes.add(searchParams.get('page_size'));
      response.writeHead(200, json).end(JSON.stringify({ model_services: [], next_page_token: 'more' }));
    });
    const environment = { DATABRICKS_HOST: gateway.url, DATABRICKS_TOKEN: token };
    const { code, stderr } = await commandLine(['init', '--ask'], { environment });
    await gateway.close();
    expect(code).toBe(3);
    expect(stderr).toContain('names another page after 100 pages');
    expect([...sizes]).toEqual(['10']);
  });
});
