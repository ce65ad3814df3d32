import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { gitlabShardsTemplate, gitlabTemplate } from './gitlab-templates.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
  // Says what it was called with, a parameter a line.
  for (const name of ['npm', 'npx'])
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' ${name} "$@"\n`, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true }));

type Texts = Readonly<Record<string, string>>;

/** The inputs of a template and its jobs. */
function read(text: string) {
  const [head, jobs] = parseAllDocuments(text).map((document) => document.toJS());
  return { inputs: head.spec.inputs, jobs };
}

/** Runs a job as GitLab does, with its variables in the environment. Gives the words of what it called. */
function run(text: string, name: string, given: Texts, environment: Texts = {}): readonly string[] {
  const { inputs, jobs } = read(text);
  const variables = Object.entries(jobs[name].variables as Texts).map(([variable, written]) => [
    variable,
    written.replace(/^\$\[\[ inputs\.([\w-]+) \]\]$/, (_, input: string) => given[input] ?? inputs[input].default),
  ]);
  const { status, stdout } = spawnSync('sh', ['-e', '-c', jobs[name].script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:/usr/bin:/bin`, ...environment, ...Object.fromEntries(variables) },
  });
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n');
}

const whole = gitlabTemplate();
const shards = gitlabShardsTemplate();
const called = ['npm', 'ci', 'npx', '--no', '--', 'gateway-conformance'];

describe('the component for GitLab', () => {
  it('runs what the lockfile pins, with the inputs as they are', () => {
    writeFileSync(join(folder, 'naming.md'), '');
    const words = run(whole, 'gateway-conformance', {
      target: 'my targets/west.yaml',
      flags: '--case naming.* --quiet',
    });
    expect(words).toEqual([
      ...[...called, 'run', '--suite', 'gate', '--target', 'my targets/west.yaml', '--out', 'reports'],
      ...['--case', 'naming.*', '--quiet'],
    ]);
  });

  it('takes no input for a command', () => {
    const before = readdirSync(folder);
    const inputs = { target: '"; touch owned; "', suite: '$(touch owned)', flags: '; touch owned #`touch owned`' };
    expect(run(whole, 'gateway-conformance', inputs)).toContain('"; touch owned; "');
    expect(existsSync(join(folder, 'owned'))).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('keeps the reports whatever comes of the run, and every file of JUnit', () => {
    expect(read(whole).jobs['gateway-conformance'].artifacts).toEqual({
      when: 'always',
      paths: ['reports/'],
      reports: { junit: 'reports/junit*.xml' },
    });
  });
});

describe('the component for GitLab that runs in parts', () => {
  const part = read(shards).jobs['gateway-conformance-shard'];
  const last = read(shards).jobs['gateway-conformance'];

  it('runs each part into a folder of its own, and merges what they left', () => {
    expect(run(shards, 'gateway-conformance-shard', { target: 'west.yaml' }, { CI_NODE_INDEX: '3' })).toEqual([
      ...[...called, 'run', '--suite', 'gate', '--target', 'west.yaml', '--out', 'shards/3', '--shard', 'auto'],
    ]);
    const words = run(shards, 'gateway-conformance', { 'merge-flags': '--baseline baseline.ndjson' });
    expect(words).toEqual([
      ...[...called, 'report', 'merge', 'shards', '--out', 'reports', '--baseline', 'baseline.ndjson'],
    ]);
  });

  it('decides on the whole only: a part keeps its journal, holds nobody up and waits for no other', () => {
    expect(part).toMatchObject({ allow_failure: true, artifacts: { when: 'always', paths: ['shards/'] } });
    expect(part).not.toHaveProperty('resource_group');
    expect(part.artifacts).not.toHaveProperty('reports');
    expect(last).toMatchObject({ needs: ['gateway-conformance-shard'] });
    expect(last).not.toHaveProperty('allow_failure');
  });
});

describe.each([whole, shards])('a component for GitLab', (text) => {
  it('uses each input that it declares, and no other', () => {
    const { inputs, jobs } = read(text);
    const used = [...JSON.stringify(jobs).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
  });
});
