import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './package-root.js';
import { commandLine, temporaryFile } from './testing/command-line.js';

describe('check', () => {
  it("has nothing to say against the harness's own specs", async () => {
    const { code, stdout, stderr } = await commandLine(['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^No problems in \d+ specs/);
  });

  it('reports every broken spec of a folder at once, each with its position', async () => {
    const folder = join(packageRoot, 'src', 'spec', 'golden', 'broken');
    const { code, stderr } = await commandLine(['check', folder], { cwd: folder });
    expect(code).toBe(2);
    const reported = new Set([...stderr.matchAll(/--> (.+\.yaml):\d+:\d+/g)].map((match) => match[1]));
    expect(readdirSync(folder).filter((file) => file.endsWith('.yaml') && !reported.has(file))).toEqual([]);
  });

  it('reports a wrong target beside a broken spec, and needs no credential for it', async () => {
    const spec = temporaryFile('spec.yaml', 'title: Nothing\n');
    const target = temporaryFile(
      'target.yaml',
      'workspaces: { home: { url: "ftp://x" } }\nidentities: { default: { token: { env: NOT_SET } } }\n',
    );
    const { code, stderr } = await commandLine(['check', spec, '--target', target]);
    expect(code).toBe(2);
    expect(stderr).toContain('schema.missing-key');
    expect(stderr).toContain('target.bad-url');
  });

  it.each([
    [['run', '--suite', 'smok'], /error\[suite.not-found\][\s\S]*did you mean `smoke`/],
    [['run', '--sute', 'smoke'], /Did you mean --suite/],
    [['rum'], /Did you mean run/],
    [['run', '--jobs', 'many'], /whole number/],
    [['run', '--case', 'nothing.like-this'], /error\[suite.selects-nothing\][\s\S]*nothing in the suite full fits/],
    [['run', '--target', '/no/such/file.yaml'], /does not exist/],
    [['check', '/no/such/folder'], /does not exist/],
    [['report', 'render', '/no/such/journal'], /can't be read/],
  ])('%j is exit code 2, with what to write instead', async (parameters, message) => {
    const { code, stderr } = await commandLine(parameters);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });
});

describe('list', () => {
  it('says what would run and what would be skipped, without sending anything', async () => {
    const { code, stdout } = await commandLine(['list', '--case', 'naming.*', '--json']);
    expect(code).toBe(0);
    const listed = JSON.parse(stdout) as { id: string; skip?: { code: string } }[];
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.every(({ id }) => id.startsWith('naming.'))).toBe(true);
    expect(listed.some(({ skip }) => skip?.code === 'needs.feature')).toBe(true);
  });

  it('narrows to the instances that call an API, also where no matrix binds it', async () => {
    const { stdout } = await commandLine(['list', '--api', 'messages', '--case', 'chat.*', 'messages.*', '--json']);
    const ids = (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id);
    expect(ids).toContain('messages.no-version');
    expect(ids.filter((id) => id.startsWith('chat.') && !id.includes('api=messages'))).toEqual([]);
  });

  it('shows which requirements nothing verifies yet', async () => {
    const { stdout } = await commandLine(['list', '--requirements']);
    expect(stdout).toMatch(/NAME-01 {4}MUST .*\n +naming\./);
    expect(stdout).toContain('- nothing verifies it yet');
  });
});

describe('help', () => {
  it.each([
    [[]],
    [['run']],
    [['list']],
    [['check']],
    [['doctor']],
    [['init']],
    [['mock']],
    [['report']],
    [['report', 'render']],
  ])('%j --help shows how it is used', async (command) => {
    const { code, stdout } = await commandLine([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: gateway-conformance${command.map((word) => ` ${word}`).join('')}`);
  });

  it('--version is the version of the package', async () => {
    expect((await commandLine(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
