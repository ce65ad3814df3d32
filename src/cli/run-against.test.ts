import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, start, temporaryFolder } from './testing/command-line.js';
import { token } from './testing/gateways.js';

describe('run --against', () => {
  it('says what the target does otherwise than another, and keeps both journals', async () => {
    const folder = temporaryFolder();
    const fault = ['mock', '--fault', 'permissions.denial-as-success', '--write-target', 'canary.yaml'];
    const { process: server, finished } = start(fault, { cwd: folder });
    await new Promise((resolve) => server.stdout?.once('data', resolve));
    const cases = ['permissions.without-use-catalog-observed[api=chat]', 'naming.fully-qualified-name[api=chat,*]'];
    const { code, stdout, stderr } = await commandLine(
      ['run', '--target', 'canary.yaml', '--against', 'mock', '--case', ...cases],
      { cwd: folder },
    );
    server.kill('SIGTERM');
    await finished;
    expect({ code, stderr }, stdout).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/canary\.yaml \(1 of 2\): suite full[\s\S]*mock \(2 of 2\): suite full/);
    expect(stdout).toMatch(
      /canary\.yaml is different from mock: 1 observed to differ \(permissions\.without-use-catalog-observed\[api=chat\]: .*status 403 → 200\)\.\n$/,
    );
    const page = readFileSync(join(folder, 'reports', 'index.html'), 'utf8');
    for (const part of ['1 of 2 gates hold', 'on <strong>canary.yaml</strong>', 'on <strong>mock</strong>'])
      expect(page).toContain(part);
    const reports = ['ctrf.json', 'index.html', 'journal.ndjson', 'junit.xml', 'summary.md'];
    const compared = ['compare.html', 'compare.json', 'compare.md'];
    expect(readdirSync(join(folder, 'reports'))).toEqual(expect.arrayContaining([...reports, ...compared]));
    expect(readdirSync(join(folder, 'reports', 'against'))).toEqual(expect.arrayContaining(reports));
  });

  it.each([
    [['--target', 'env', '--against', 'mock'], 'Nothing was run on simulated account.', 'against'],
    [['--target', 'mock', '--against', 'env'], 'error[target.unreachable]', 'journal.ndjson'],
  ])('spares one target when the other cannot be tested: %s', async (targets, words, unwritten) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await commandLine(['run', ...targets, '--suite', 'smoke', '--quiet'], {
      cwd: folder,
      environment: { DATABRICKS_HOST: 'http://127.0.0.1:9', DATABRICKS_TOKEN: token },
    });
    expect(code, stdout).toBe(3);
    expect(`${stdout}${stderr}`).toContain(words);
    expect(existsSync(join(folder, 'reports', unwritten))).toBe(false);
  });
});
