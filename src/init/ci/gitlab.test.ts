import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { gitlabTemplate } from './gitlab.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
  // Says what it was called with, a parameter a line.
  for (const name of ['npm', 'npx'])
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' ${name} "$@"\n`, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const [head, body] = parseAllDocuments(gitlabTemplate()).map((document) => document.toJS());
const job = body['gateway-conformance'];

/** Runs the job as GitLab does, with its variables in the environment. */
function run(inputs: Readonly<Record<string, string>>) {
  const value = (name: string) => inputs[name] ?? head.spec.inputs[name].default;
  const variables = Object.entries(job.variables as Record<string, string>).map(([name, written]) => [
    name,
    written.replace(/^\$\[\[ inputs\.(\w+) \]\]$/, (_, input: string) => value(input)),
  ]);
  const { status, stdout } = spawnSync('sh', ['-e', '-c', job.script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:/usr/bin:/bin`, ...Object.fromEntries(variables) },
  });
  return { status, words: stdout.trimEnd().split('\n') };
}

describe('the template for GitLab', () => {
  it('runs what the lockfile pins, with the inputs as they are', () => {
    writeFileSync(join(folder, 'naming.md'), '');
    const { status, words } = run({ target: 'my targets/west.yaml', flags: '--case naming.* --quiet' });
    expect(status).toBe(0);
    expect(words).toEqual([
      ...['npm', 'ci', 'npx', '--no', '--', 'gateway-conformance', 'run', '--suite', 'gate'],
      ...['--target', 'my targets/west.yaml', '--out', 'reports', '--case', 'naming.*', '--quiet'],
    ]);
  });

  it('takes no input for a command', () => {
    const before = readdirSync(folder);
    const { words } = run({
      target: '"; touch owned; "',
      suite: '$(touch owned)',
      flags: '; touch owned #`touch owned`',
    });
    expect(words).toContain('"; touch owned; "');
    expect(existsSync(join(folder, 'owned'))).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('uses no input that it does not declare, and each that it does', () => {
    const used = [...JSON.stringify(body).matchAll(/inputs\.(\w+)/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(head.spec.inputs)));
  });

  it('keeps the reports whatever comes of the run, and every file of JUnit', () => {
    expect(job.artifacts).toEqual({ when: 'always', paths: ['reports/'], reports: { junit: 'reports/junit*.xml' } });
  });
});
