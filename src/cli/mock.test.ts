import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, start, temporaryFolder } from './testing/command-line.js';

describe('mock', () => {
  it('serves real clients, and writes a target that is ready to be used', async () => {
    const folder = temporaryFolder();
    const { process: server, finished } = start(['mock', '--write-target', 'mock.yaml'], { cwd: folder });
    await new Promise((resolve) => server.stdout?.once('data', resolve));

    const target = readFileSync(join(folder, 'mock.yaml'), 'utf8');
    const profiles = readFileSync(join(folder, 'mock.databrickscfg'), 'utf8');
    expect(target).not.toMatch(/dapi/);
    expect(profiles).toMatch(/\[without-execute\][\s\S]*token = dapi[0-9a-f]{32}/);
    expect(statSync(join(folder, 'mock.databrickscfg')).mode & 0o077).toBe(0);

    const run = await commandLine(['run', '--suite', 'smoke', '--target', 'mock.yaml', '--out', 'reports'], {
      cwd: folder,
    });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });

    server.kill('SIGTERM');
    expect((await finished).code).toBe(0);
  });

  it('says which port it cannot have', async () => {
    const first = start(['mock', '--port', '23471']);
    await new Promise((resolve) => first.process.stdout?.once('data', resolve));
    const second = await commandLine(['mock', '--port', '23471']);
    first.process.kill('SIGTERM');
    await first.finished;
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('23471');
  });

  it('is faulty on demand, so that a run fails', async () => {
    const folder = temporaryFolder();
    const flags = ['mock', '--fault', 'permissions.execute-not-needed', '--write-target', 'faulty.yaml'];
    const { process: server, finished } = start(flags, { cwd: folder });
    await new Promise((resolve) => server.stdout?.once('data', resolve));
    const run = await commandLine(
      ['run', '--suite', 'full', '--case', 'permissions.without-execute', '--target', 'faulty.yaml', '--quiet'],
      { cwd: folder },
    );
    expect(run.code, run.stdout).toBe(1);
    server.kill('SIGTERM');
    expect((await finished).code).toBe(0);
  });

  it('lists what can be wrong, and what is unusual and legal', async () => {
    const { code, stdout } = await commandLine(['mock', '--list-faults']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Faults:\n[\s\S]* {2}permissions\.execute-not-needed +A caller without EXECUTE/);
    expect(stdout).toMatch(/\nLegal, but unusual:\n {2}\S/);
  });

  it.each([
    [['--fault', 'permissions.execute-not-neded'], 'did you mean `permissions.execute-not-needed`?'],
    [['--fault-rate', '0.5'], '--fault-rate says how often'],
    [['--fault', 'permissions.execute-not-needed', '--fault-rate', '2'], 'write a number above 0 and up to 1'],
  ])('says what is wrong with %j', async (flags, said) => {
    const { code, stderr } = await commandLine(['mock', ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
