import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { startSimulatedAccount } from '../mock/index.js';
import { commandLine, start, temporaryFolder, verdictsIn } from './testing/command-line.js';
import { serveHoldingProxy } from './testing/holding-proxy.js';

const count = 8;
const killed = 3;
const selection = ['--suite', 'full', '--case', 'routing.*', 'grants.added', 'grants.removed', 'grants.read'];

const verdictsOf = (folder: string) =>
  Object.fromEntries(verdictsIn(folder).map(({ instance, verdict }) => [instance, verdict]));
const plannedIn = (folder: string) =>
  readFileSync(join(folder, 'journal.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"event":"planned"'))
    .map((line) => (JSON.parse(line) as { readonly instance: string }).instance);
const verdictLine = (stdout: string) => stdout.trimEnd().split('\n').at(-1);

describe('a run in shards', () => {
  it('of which one is killed and resumed has the verdicts and the gate of the whole run', async () => {
    const account = await startSimulatedAccount();
    const proxy = await serveHoldingProxy(account.origins['account'] ?? '');
    const folder = temporaryFolder();
    const { environment, targetDocument } = account;
    const document = { ...targetDocument, 'account-url': proxy.url };
    mkdirSync(join(folder, 'shards'));
    writeFileSync(join(folder, 'target.yaml'), stringify(document));
    const run = (...parameters: readonly string[]) => commandLine(parameters, { cwd: folder, environment });
    const shard = (index: number) => [
      'run',
      '--target',
      'target.yaml',
      '--quiet',
      ...selection,
      '--shard',
      `${index}/${count}`,
      '--out',
      `shards/${index}`,
    ];
    try {
      const held = proxy.holdAfter(3);
      const { process: child, finished } = start(shard(killed), { cwd: folder, environment });
      await Promise.race([held, finished]);
      child.kill('SIGKILL');
      expect((await finished).code).toBe(null);
      proxy.letThrough();

      const others = Array.from({ length: count }, (_, index) => index + 1).filter((index) => index !== killed);
      const ran = await Promise.all(others.map((index) => start(shard(index), { cwd: folder, environment }).finished));
      expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toEqual(ran.map(() => ({ code: 0, stderr: '' })));

      const refused = await run('report', 'merge', 'shards', '--out', 'merged');
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain(
        `error[merge.no-footer]: shard ${killed} of ${count} (shards/${killed}/journal.ndjson) breaks off before its end`,
      );

      const kept = verdictsOf(join(folder, 'shards', String(killed)));
      expect(Object.keys(kept).length).toBeGreaterThan(0);
      const resumed = await run('run', '--resume', `shards/${killed}/journal.ndjson`);
      expect([resumed.stderr, resumed.code]).toEqual(['', 0]);
      expect(resumed.stdout).toContain(`: ${Object.keys(kept).length} results kept, `);
      expect(verdictsOf(join(folder, 'shards', String(killed)))).toMatchObject(kept);

      const merged = await run('report', 'merge', 'shards', '--out', 'merged');
      const whole = await run('run', '--target', 'target.yaml', '--quiet', ...selection, '--out', 'whole');
      expect([merged.stderr, merged.code, whole.code]).toEqual(['', 0, 0]);
      expect(verdictsOf(join(folder, 'merged'))).toEqual(verdictsOf(join(folder, 'whole')));
      expect(plannedIn(join(folder, 'merged'))).toEqual(plannedIn(join(folder, 'whole')));
      expect(verdictLine(merged.stdout)).toBe(verdictLine(whole.stdout));
      expect(Object.keys(verdictsOf(join(folder, 'merged'))).length).toBeGreaterThan(100);
    } finally {
      await proxy.close();
      await account.close();
    }
    // Eight processes at once: seconds on a machine of its own, and much longer on one that others use.
  }, 240_000);
});
