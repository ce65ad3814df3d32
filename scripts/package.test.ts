import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/cli/package-root.js';

describe('the package', () => {
  it('installs into an empty folder, runs there, and can be imported', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-package-'));
    const inFolder = (command: string, ...parameters: string[]) =>
      execFileSync(command, parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: packageRoot });
    const [tarball] = readdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    inFolder('npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);

    expect(inFolder('npx', 'gateway-conformance', 'run', '--suite', 'smoke')).toContain('The gate holds');
    expect(existsSync(join(folder, 'reports', 'index.html'))).toBe(true);
    const names = inFolder(
      process.execPath,
      '-e',
      "import('gateway-conformance').then((face) => console.log(Object.keys(face).join()))",
    );
    expect(names).toContain('makePlan');
    // Tests, golden files and the benchmark stay at home.
    const shipped = readdirSync(join(folder, 'node_modules', 'gateway-conformance'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(
      shipped.filter((file) => !file.includes('node_modules') && /\.test\.|golden|testing|bench/.test(file)),
    ).toEqual([]);
  }, 120_000);
});
