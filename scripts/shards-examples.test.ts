import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { packageRoot } from '../src/cli/package-root.js';
import { commandLine, temporaryFolder, verdictsIn } from '../src/cli/testing/command-line.js';
import { startSimulatedAccount } from '../src/mock/index.js';

const textOf = (file: string) => readFileSync(join(packageRoot, 'docs', file), 'utf8');

/** What a process leaves that is killed: the last result and the end are not there. */
function cutOff(path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('{"event":"finished"'));
  writeFileSync(path, `${lines.slice(0, last).join('\n')}\n{"event":"fini`);
}

describe('docs/shards.md', () => {
  it('shows commands that work one after the other', async () => {
    const folder = temporaryFolder();
    const journal = join(folder, 'reports', 'journal.ndjson');
    mkdirSync(dirname(journal));
    const commands = [...textOf('shards.md').matchAll(/^\$ gateway-conformance (.*)$/gm)].map(([, text = '']) => text);
    const codes: (readonly [string, number | null])[] = [];
    for (const command of commands) {
      if (command.includes('reports/journal.ndjson')) {
        cpSync(join(folder, 'shards', '1', 'journal.ndjson'), journal);
        cutOff(journal);
      }
      const { code, stderr } = await commandLine(command.split(' '), { cwd: folder });
      expect([command, stderr]).toEqual([command, '']);
      if (command.includes('--resume'))
        expect(verdictsIn(dirname(journal)).length).toBe(verdictsIn(join(folder, 'shards', '1')).length);
      codes.push([command.split(' ').slice(0, 2).join(' '), code]);
    }
    expect(codes).toEqual([
      ['list --suite', 0],
      ['run --suite', 0],
      ['run --suite', 0],
      ['report merge', 0],
      ['run --resume', 0],
      ['run --failed', 4],
    ]);
    const merged = verdictsIn(join(folder, 'merged')).length;
    expect(merged).toBeGreaterThan(5);
    expect(verdictsIn(join(folder, 'rerun'))).toHaveLength(1);
  });
});

interface Container {
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
}

function containerOf(job: { readonly spec: { readonly template: { readonly spec: unknown } } }): Container {
  return (job.spec.template.spec as { readonly containers: readonly Container[] }).containers[0] as Container;
}

describe('the example for Kubernetes', () => {
  const shards = parse(textOf('examples/kubernetes/shards.yaml'));
  const merge = parse(textOf('examples/kubernetes/merge.yaml'));
  const volume = parse(textOf('examples/kubernetes/volume.yaml'));

  it('is an Indexed Job of as many pods as shards, which start once more, and a Job that merges', () => {
    expect(shards).toMatchObject({
      apiVersion: 'batch/v1',
      kind: 'Job',
      spec: { completionMode: 'Indexed', backoffLimitPerIndex: 1, template: { spec: { restartPolicy: 'Never' } } },
    });
    const count = { name: 'GATEWAY_CONFORMANCE_SHARDS', value: String(shards.spec.completions) };
    expect(containerOf(shards).env).toContainEqual(count);
    expect(merge).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job', spec: { backoffLimit: 0 } });
    const claim = { name: 'reports', persistentVolumeClaim: { claimName: volume.metadata.name } };
    for (const job of [shards, merge]) expect(job.spec.template.spec.volumes).toContainEqual(claim);
    expect(volume.spec.accessModes).toEqual(['ReadWriteMany']);
  });

  it('runs: two pods, of which one is killed and started once more, and the merge', async () => {
    const account = await startSimulatedAccount();
    const folder = temporaryFolder();
    const inside = (text: string) =>
      text.replaceAll('/reports', join(folder, 'reports')).replaceAll('/config', join(folder, 'config'));
    for (const name of ['bin', 'config', 'reports']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'config', 'target.yaml'), stringify(account.targetDocument));
    const program = join(folder, 'bin', 'gateway-conformance');
    const main = join(packageRoot, 'dist', 'cli', 'main.js');
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
    chmodSync(program, 0o755);
    const script = inside(containerOf(shards).args?.[0] ?? '').replace('--suite gate', '--suite smoke');
    const pod = async (index: number) => {
      const child = spawn('sh', ['-c', script], {
        cwd: folder,
        env: {
          PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
          HOME: folder,
          ...account.environment,
          JOB_COMPLETION_INDEX: String(index),
          GATEWAY_CONFORMANCE_SHARDS: '2',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let stdout = '';
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
      });
      const [code] = await once(child, 'close');
      return { code, stdout };
    };
    try {
      const [first, second] = await Promise.all([pod(0), pod(1)]);
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(first.stdout + second.stdout).toMatch(/Shard 1 of 2 holds[\s\S]*Shard 2 of 2 holds/);
      const journal = join(folder, 'reports', '1', 'journal.ndjson');
      cutOff(journal);
      const again = await pod(1);
      expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/^Going on with .* 1 instance to run\.\n/)]);
      const [, ...parameters] = containerOf(merge).command.map(inside);
      const merged = await commandLine(parameters, { cwd: folder });
      expect([merged.stderr, merged.code]).toEqual(['', 0]);
    } finally {
      await account.close();
    }
  }, 180_000);
});

describe('the example for GitHub', () => {
  const { jobs } = parse(textOf('examples/github/shards.yml'));
  const commandsOf = (job: { readonly steps: readonly { readonly run?: string }[] }) =>
    job.steps.flatMap(({ run = '' }) => /-- gateway-conformance (.*)$/.exec(run)?.[1]?.split(' ') ?? []);

  it('runs every shard of the matrix', async () => {
    const numbers: readonly number[] = jobs.shard.strategy.matrix.shard;
    const written = commandsOf(jobs.shard).join(' ');
    expect(written).toContain(`--shard \${{ matrix.shard }}/${numbers.length} `);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const parameters = written
      .replace(/^run/, 'list')
      .replace('west.yaml', 'mock')
      .replace(/ --out \S+/, '')
      .replace('${{ matrix.shard }}', '1');
    expect(await commandLine(parameters.split(' '))).toMatchObject({ code: 0, stderr: '' });
  });

  it('merges what the shards have left, whatever became of them', async () => {
    const uploaded = jobs.shard.steps.find(({ uses }: { uses?: string }) =>
      uses?.startsWith('actions/upload-artifact'),
    );
    const downloaded = jobs.gate.steps.find(({ uses }: { uses?: string }) =>
      uses?.startsWith('actions/download-artifact'),
    );
    expect(uploaded).toMatchObject({
      if: 'always()',
      with: { name: 'shard-${{ matrix.shard }}', path: 'reports/journal.ndjson' },
    });
    expect(downloaded.with).toEqual({ pattern: 'shard-*', path: 'shards' });
    expect([jobs.gate.needs, jobs.gate.if]).toEqual(['shard', '${{ !cancelled() }}']);
    // Without any artifact there is nothing to take for green.
    const { code, stderr } = await commandLine(commandsOf(jobs.gate));
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[merge.no-journal]: shards is no journal')]);
  });
});
