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
});
