import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type SimulatedAccount, startSimulatedAccount } from '../mock/index.js';
import { commandLine, start, temporaryFolder } from './testing/command-line.js';

const scratch = 'scratch.llm.assistant';
const killed = 'grants.execute-revoked[api=chat]';

let account: SimulatedAccount | undefined;
afterEach(() => account?.close());

/** An account whose gateway never follows, so that a run stands still between revoking and restoring. */
async function served() {
  // Hours: long enough for a test, and for the run in it.
  const opened = await startSimulatedAccount({ propagationMs: 10 ** 7 });
  account = opened;
  const folder = temporaryFolder();
  const target = join(folder, 'target.yaml');
  writeFileSync(target, stringify(opened.targetDocument));
  const { environment } = opened;
  return {
    folder,
    target,
    environment,
    records: () => recordsIn(folder),
    /** Writes a file where the records are. */
    plant(text: string) {
      const place = join(folder, '.gateway-conformance', 'changed-grants');
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, '1.json'), text);
    },
    /** Changes what somebody holds on the catalog, as the admin. */
    async change(principal: string, add: readonly string[], remove: readonly string[]) {
      await fetch(`${opened.origins['home']}/api/2.1/unity-catalog/permissions/catalog/scratch`, {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${environment['SIMULATED_TOKEN_ADMIN']}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ changes: [{ principal, add, remove }] }),
      });
    },
    /** What the grantee holds on the service itself, as the catalog shows it. */
    async granted() {
      const url = `${opened.origins['home']}/api/2.1/unity-catalog/permissions/model_service/${scratch}?principal=grantee`;
      const headers = { authorization: `Bearer ${environment['SIMULATED_TOKEN_GRANTEE']}` };
      const body = (await (await fetch(url, { headers })).json()) as {
        readonly privilege_assignments?: readonly { readonly privileges: readonly string[] }[];
      };
      return body.privilege_assignments?.flatMap(({ privileges }) => privileges) ?? [];
    },
  };
}

type Served = Awaited<ReturnType<typeof served>>;

function recordsIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, '.gateway-conformance', 'changed-grants'));
  } catch {
    return [];
  }
}

/** Starts a run and kills it, in a way that nothing can be cleaned up, once EXECUTE is revoked. */
async function runAndKill(
  { target, environment, granted, folder }: Served,
  signal: 'SIGKILL' | 'SIGTERM',
  before: () => Promise<void> = async () => {},
) {
  const parameters = ['run', '--target', target, '--case', killed, '--out', join(folder, 'reports'), '--quiet'];
  const { process: child, finished } = start(parameters, { cwd: folder, environment });
  while ((await granted()).includes('EXECUTE') && child.exitCode === null) await new Promise(setImmediate);
  await before();
  child.kill(signal);
  return finished;
}

describe('a run that is killed between revoking and restoring', () => {
  it('leaves a record, by which the next command restores what stood', async () => {
    const site = await served();
    await runAndKill(site, 'SIGKILL');
    expect(await site.granted()).toEqual([]);
    expect(site.records().length).toBeGreaterThan(0);

    const { folder, environment, target } = site;
    const restored = await commandLine(['grants', 'restore', '--target', target], { cwd: folder, environment });
    expect([restored.stderr, restored.code]).toEqual(['', 0]);
    expect(restored.stdout).toContain(`Restored EXECUTE on model service ${scratch} for grantee.`);
    expect(await site.granted()).toEqual(['EXECUTE']);
    expect(site.records()).toEqual([]);

    const again = await commandLine(['grants', 'restore', '--target', target], { cwd: folder, environment });
    expect([again.stdout, again.code]).toEqual(['No changed grants are on record.\n', 0]);
  });

  it('is restored by the next run, before that begins', async () => {
    const site = await served();
    await runAndKill(site, 'SIGKILL');
    const { folder, environment, target } = site;
    const next = await commandLine(['run', '--target', target, '--case', 'permissions.all-privileges*', '--quiet'], {
      cwd: folder,
      environment,
    });
    expect(next.stderr).toContain(`Restored EXECUTE on model service ${scratch} for grantee.`);
    expect(await site.granted()).toEqual(['EXECUTE']);
    expect(site.records()).toEqual([]);
  });

  it('is restored by doctor, before that looks at anything', async () => {
    const site = await served();
    await runAndKill(site, 'SIGKILL');
    const { folder: cwd, environment, target } = site;
    const { code, stdout, stderr } = await commandLine(['doctor', '--target', target], { cwd, environment });
    expect(code).toBe(0);
    expect(stderr).toContain(
      `Restored EXECUTE on model service ${scratch} for grantee. An earlier run had left it changed.\n`,
    );
    expect(stdout).toContain('All that was asked is as the target says.');
    expect(await site.granted()).toEqual(['EXECUTE']);
    expect(site.records()).toEqual([]);
  });

  it('keeps its record when no token of the admin can be had', async () => {
    const site = await served();
    await runAndKill(site, 'SIGKILL');
    const records = site.records();
    const document = parse(readFileSync(site.target, 'utf8'));
    const client = document.identities['service-principal'].client;
    document.identities.admin = { client: { ...client, secret: { env: 'WRONG_SECRET' } } };
    writeFileSync(site.target, stringify(document));
    const environment = { ...site.environment, WRONG_SECRET: 'a-wrong-secret-of-a-client' };
    for (const command of ['grants restore', 'doctor']) {
      const { code, stderr } = await commandLine([...command.split(' '), '--target', site.target], { environment });
      expect([code, stderr]).toEqual([3, expect.stringContaining('error[grants.not-restored]')]);
      expect(stderr).toContain('databricks api patch');
      expect(stderr).not.toContain('harness');
    }
    expect(site.records()).toEqual(records);
  });

  it('keeps its record when the account refuses the restoration, and is told how to repair it', async () => {
    const site = await served();
    await runAndKill(site, 'SIGKILL');
    const records = site.records();
    const { folder, target } = site;
    // An admin that has become nobody.
    const environment = {
      ...site.environment,
      SIMULATED_TOKEN_ADMIN: site.environment['SIMULATED_TOKEN_NO_GRANTS'] ?? '',
    };
    for (const command of [
      ['grants', 'restore', '--target', target],
      ['run', '--target', target, '--case', 'naming.*'],
      ['doctor', '--target', target],
    ]) {
      const { code, stderr } = await commandLine(command, { cwd: folder, environment });
      // An admin that may change nothing is another thing that doctor finds.
      expect(code).toBe(command[0] === 'doctor' ? 1 : 3);
      expect(stderr).toContain('error[grants.not-restored]');
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
        `databricks api patch /api/2.1/unity-catalog/permissions/model_service/${scratch} --json '{"changes":[{"principal":"grantee","add":["EXECUTE"],"remove":[]}]}'`,
      );
      expect(stderr).toContain('gateway-conformance grants restore --target');
    }
    expect(site.records()).toEqual(records);
    expect(await site.granted()).toEqual([]);
  });

  it('leaves a record that holds no secret and is not readable by others', async () => {
    const site = await served();
    await runAndKill(site, 'SIGKILL');
    const folder = join(site.folder, '.gateway-conformance', 'changed-grants');
    expect(site.records().map((name) => statSync(join(folder, name)).mode & 0o077)).toEqual(
      site.records().map(() => 0),
    );
    const texts = site.records().map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const secret of Object.values(site.environment)) expect(texts.join('\n')).not.toContain(secret);
  });
});

describe('a run that is told to end between revoking and restoring', () => {
  it('restores before it ends', async () => {
    const site = await served();
    const { code } = await runAndKill(site, 'SIGTERM');
    expect(code).toBe(130);
    expect(await site.granted()).toEqual(['EXECUTE']);
    expect(site.records()).toEqual([]);
  });
});

describe('a run that may no longer restore', () => {
  it('keeps the records, says how to repair, and is no success', async () => {
    const site = await served();
    const { code, stderr } = await runAndKill(site, 'SIGTERM', () => site.change('admin', [], ['MANAGE']));
    expect(code).not.toBe(0);
    expect(stderr).toContain('error[grants.not-restored]');
    expect(stderr).toContain(`databricks api patch /api/2.1/unity-catalog/permissions/model_service/${scratch}`);
    expect(site.records().length).toBeGreaterThan(0);
    expect(await site.granted()).toEqual([]);
  });
});

describe('a record that somebody else wrote', () => {
  const record = (change: object) => ({
    version: 1,
    workspace: account?.origins['home'],
    securable: { type: 'model_service', name: scratch },
    principal: 'grantee',
    privileges: ['EXECUTE'],
    held: ['EXECUTE'],
    writtenAt: '2026-11-20T09:30:00.000Z',
    by: { process: 1, host: 'another-machine' },
    ...change,
  });

  it.each([
    ['a service that is not scratch', { securable: { type: 'model_service', name: 'main.llm.assistant' } }],
    ['a principal that is no identity of the target', { principal: 'account users' }],
  ])('is not obeyed for %s', async (_what, change) => {
    const site = await served();
    site.plant(JSON.stringify(record(change)));
    const { folder: cwd, environment, target } = site;
    const { code, stderr } = await commandLine(['grants', 'restore', '--target', target], { cwd, environment });
    expect(code).toBe(3);
    expect(stderr).toContain('grants.not-restored');
    expect(site.records()).toEqual(['1.json']);
  });

  it('is a problem when it is none', async () => {
    const site = await served();
    site.plant('{"version": 1');
    const { folder: cwd, environment, target } = site;
    const { code, stderr } = await commandLine(['grants', 'restore', '--target', target], { cwd, environment });
    expect([code, stderr]).toEqual([3, expect.stringContaining('grants.record-unreadable')]);
  });

  it('is left alone while its process runs, unless that is overruled', async () => {
    const site = await served();
    // Another process than that of the command, and one that runs: the parent of the tests'.
    const by = { process: process.ppid, host: hostname() };
    site.plant(JSON.stringify(record({ by })));
    const { folder: cwd, environment, target } = site;
    const { code, stderr } = await commandLine(['grants', 'restore', '--target', target], { cwd, environment });
    expect([code, stderr]).toEqual([3, expect.stringContaining('grants.under-way')]);
    const forced = await commandLine(['grants', 'restore', '--force', '--target', target], { cwd, environment });
    expect([forced.stderr, forced.code]).toEqual(['', 0]);
    expect(site.records()).toEqual([]);
  });
});
