import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type SimulatedAccount, startSimulatedAccount, type TargetDocument } from '../mock/index.js';
import { commandLine, temporaryFile, temporaryFolder } from './testing/command-line.js';
import { serveGateway, token } from './testing/gateways.js';

const service = 'main.llm.assistant';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A simulated account, with a target file for it in a folder of its own. */
async function served(propagationMs = 0) {
  const account = await startSimulatedAccount({ propagationMs });
  closing.push(account.close);
  const cwd = temporaryFolder();
  const { environment, targetDocument } = account;
  const place = (name: string, document: object) => {
    const path = join(cwd, name);
    writeFileSync(path, stringify(document));
    return path;
  };
  return {
    cwd,
    environment,
    targetDocument,
    place,
    target: place('target.yaml', targetDocument),
    run: (...parameters: readonly string[]) => commandLine(parameters, { cwd, environment }),
    revoke: (principal: string) => revoke(account, principal),
  };
}

async function revoke({ origins, environment }: SimulatedAccount, principal: string) {
  const { status } = await fetch(`${origins['home']}/api/2.1/unity-catalog/permissions/model_service/${service}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${environment['SIMULATED_TOKEN_ADMIN']}`, 'content-type': 'application/json' },
    body: JSON.stringify({ changes: [{ principal, remove: ['EXECUTE'] }] }),
  });
  expect(status).toBe(200);
}

/** The target with what was imported in the place of what it expected. */
function pasted(document: TargetDocument, imported: string): object {
  const { identities } = parse(imported) as { readonly identities: Readonly<Record<string, object>> };
  const merged = Object.entries(document.identities).map(([role, { expects: _, ...identity }]) => [
    role,
    { ...identity, ...identities[role] },
  ]);
  return { ...document, identities: Object.fromEntries(merged) };
}

const matrixOn = (target: string) =>
  [
    'run',
    '--target',
    target,
    '--suite',
    'grants',
    '--case',
    'permissions.matrix-*',
    '--api',
    'chat',
    '--quiet',
  ] as const;

describe('grants import', () => {
  it('writes the matrix that the grants imply, which the gateway then holds, until a grant changes', async () => {
    const site = await served();
    const chosen = ['--model', 'system', 'private', 'inherited'];
    const imported = await site.run('grants', 'import', '--target', site.target, ...chosen);
    expect([imported.code, imported.stderr]).toEqual([
      0,
      '39 cells implied, 0 not known, none differs from what the target expects.\n',
    ]);
    await expect(imported.stdout).toMatchFileSnapshot('golden/grants-import.yaml');

    const target = site.place('imported.yaml', pasted(site.targetDocument, imported.stdout));
    const holds = await site.run(...matrixOn(target));
    expect(holds.stdout).toContain('39 of 39 cells as expected');

    await site.revoke('granted');
    const fails = await site.run(...matrixOn(target));
    expect(fails.code).toBe(1);
    expect(fails.stdout).toContain('38 of 39 cells as expected, 1 differs');
    expect(fails.stdout).toMatch(/differs granted on private/);

    const again = await site.run('grants', 'import', '--target', target, ...chosen);
    expect([again.code, again.stderr]).toEqual([
      0,
      '39 cells implied, 0 not known, 1 not as the target expects:\n  granted on private: the target expects allow, the grants imply deny (lacks EXECUTE)\n',
    ]);
  });

  it('gives a matrix that fails where the gateway does not do what the catalog says', async () => {
    // Hours: the gateway never follows.
    const site = await served(10 ** 7);
    await site.revoke('granted');
    const { code, stdout } = await site.run('grants', 'import', '--target', site.target, '--model', 'private');
    expect(code).toBe(0);
    const target = site.place('imported.yaml', pasted(site.targetDocument, stdout));
    const drifted = await site.run(...matrixOn(target));
    expect(drifted.code).toBe(1);
    expect(drifted.stdout).toMatch(/granted +✗ deny: allowed/);
    expect(drifted.stdout).toContain('12 of 13 cells as expected, 1 differs');
  });

  it('leaves out an identity whose credential is broken, and says so', async () => {
    const site = await served();
    const environment = { ...site.environment, SIMULATED_TOKEN_GRANTED: `dapi${'0'.repeat(32)}` };
    const { code, stdout } = await commandLine(['grants', 'import', '--target', site.target, '--model', 'private'], {
      cwd: site.cwd,
      environment,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('#   the identity granted: its credential is not accepted (HTTP 403)\n');
    expect(Object.keys(parse(stdout).identities)).not.toContain('granted');
  });

  it('writes a file, and replaces one only when it is told to', async () => {
    const site = await served();
    const file = join(site.cwd, 'expects.yaml');
    writeFileSync(file, 'mine');
    const parameters = ['grants', 'import', '--target', site.target, '--model', 'private', '--out', file];
    const { code, stderr } = await site.run(...parameters);
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[grants.unwritable]')]);
    expect(stderr).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const forced = await site.run(...parameters, '--force');
    expect([forced.code, forced.stdout, forced.stderr]).toEqual([
      0,
      expect.stringContaining(`Wrote ${file}. 13 cells implied`),
      '',
    ]);
    expect(parse(readFileSync(file, 'utf8')).identities.granted).toEqual({ expects: { private: { lacks: [] } } });
  });

  it('needs an admin who may read, and says which grants it may not', async () => {
    const site = await served();
    const { admin, ...identities } = site.targetDocument.identities;
    const without = site.place('without-admin.yaml', { ...site.targetDocument, identities });
    const nobody = await site.run('grants', 'import', '--target', without);
    expect([nobody.code, nobody.stdout, nobody.stderr]).toEqual([
      2,
      '',
      expect.stringContaining('error[grants.no-admin]'),
    ]);

    const powerless = { ...admin, token: { env: 'SIMULATED_TOKEN_NO_GRANTS' } };
    const other = site.place('powerless.yaml', {
      ...site.targetDocument,
      identities: { ...identities, admin: powerless },
    });
    const refused = await site.run('grants', 'import', '--target', other, '--model', 'private');
    expect([refused.code, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr.match(/error\[grants\.unreadable\]/g)).toHaveLength(3);
    expect(refused.stderr).toContain('what is granted on catalog main cannot be read as admin: HTTP 403');
  });

  it('knows the model services of the target, and has to have one', async () => {
    const site = await served();
    const { code, stderr } = await site.run('grants', 'import', '--target', site.target, '--model', 'privat');
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[target.unknown-role]')]);
    expect(stderr).toContain('private');
    const { scratch } = site.targetDocument.models;
    const spared = site.place(
      'spared.yaml',
      pasted({ ...site.targetDocument, models: { scratch } } as never, 'identities: {}'),
    );
    const nothing = await site.run('grants', 'import', '--target', spared);
    expect([nothing.code, nothing.stderr]).toEqual([3, expect.stringContaining('error[grants.nothing-to-import]')]);
  });

  it('comes to an end when the pages do not, and believes no line that the account breaks', async () => {
    const json = { 'content-type': 'application/json', 'x-databricks-org-id': '7' };
    const evil = 'ann\nidentities: { default: { refused: true } }';
    const answers: Record<string, object> = { endless: { next_page_token: 'more' }, evil: grantsTo(evil) };
    let behaviour = 'endless';
    const gateway = await serveGateway((request, response) => {
      const body = request.url?.includes('/scim/') ? { userName: evil, groups: [] } : answers[behaviour];
      response.writeHead(200, json).end(JSON.stringify(body));
    });
    closing.push(gateway.close);
    const target = temporaryFile(
      'target.yaml',
      `workspaces: { home: { url: "${gateway.url}" } }
models: { private: { fqn: ${service}, apis: [chat] } }
identities: { default: { token: { env: TOKEN } }, admin: { token: { env: TOKEN } } }
`,
    );
    const ask = () => commandLine(['grants', 'import', '--target', target], { environment: { TOKEN: token } });
    const endless = await ask();
    expect([endless.code, endless.stderr]).toEqual([3, expect.stringContaining('did not end after 50 pages')]);
    behaviour = 'evil';
    const { code, stdout } = await ask();
    expect(code).toBe(0);
    expect(parse(stdout).identities.default).toEqual({
      expects: { private: { lacks: ['USE CATALOG', 'USE SCHEMA'] } },
    });
    expect(stdout).not.toContain(token);
  });
});

/** An answer that serves as permissions and as effective ones. */
function grantsTo(principal: string): object {
  return { privilege_assignments: [{ principal, privileges: ['EXECUTE', { privilege: 'EXECUTE' }] }] };
}
