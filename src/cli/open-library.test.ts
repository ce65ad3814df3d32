import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderProblems } from '../problem/index.js';
import { compileLibrary, type Library } from '../spec/index.js';
import { loadSpecs, ownLibraryKey, readCompiledLibrary } from './open-library.js';
import { start } from './testing/command-line.js';
import { packageCopy } from './testing/package-copy.js';

const built = 'dist/library.json';
const loaded = await loadSpecs();
const library = loaded.ok ? loaded.value : undefined;

/** Runs a command of a copy of the package. */
const inCopy = (folder: string, ...parameters: readonly string[]) =>
  start(parameters, { script: join(folder, 'dist/cli/main.js') }).finished;

const compile = (folder: string) => start([], { script: join(folder, 'scripts/compile-library.js') }).finished;

/** A copy whose build holds a library without a single spec: whoever says so has read it. */
function copyWithEmptyLibrary(): string {
  const folder = packageCopy();
  const empty: Library = { ...(library as Library), specs: [] };
  writeFileSync(join(folder, built), compileLibrary(empty, ownLibraryKey() as string));
  return folder;
}

describe('the library of the build', () => {
  it('is the same as the specs that it was made from', () => {
    expect(loaded.ok ? '' : renderProblems(loaded.problems)).toBe('');
    expect(readCompiledLibrary(join(packageCopy(), built))).toStrictEqual(library);
  });

  it('is what commands read as long as no byte has changed', async () => {
    const folder = copyWithEmptyLibrary();
    expect((await inCopy(folder, 'list')).stdout).toContain('0 instances');
    appendFileSync(join(folder, 'suites/smoke.yaml'), '\n');
    expect((await inCopy(folder, 'list', '--suite', 'smoke')).stdout).toMatch(/[1-9]\d* instances/);
  });

  it('is never what `check` reads, nor whoever names specs', async () => {
    const folder = copyWithEmptyLibrary();
    expect((await inCopy(folder, 'check')).stdout).toContain(`${library?.specs.length} specs`);
    expect((await inCopy(folder, 'list', '--specs', join(folder, 'specs'))).stdout).toMatch(/[1-9]\d* instances/);
  });

  it.each<[string, (folder: string) => void]>([
    ['damaged', (folder) => writeFileSync(join(folder, built), readFileSync(join(folder, built)).subarray(0, 5000))],
    ['missing', (folder) => rmSync(join(folder, built))],
    [
      'that of another version',
      (folder) => {
        const file = join(folder, 'package.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
        writeFileSync(join(folder, built), readFileSync(join(copyWithEmptyLibrary(), built)));
      },
    ],
  ])('is not missed when it is %s', async (_, change) => {
    const folder = packageCopy();
    change(folder);
    const { code, stdout } = await inCopy(folder, 'list', '--suite', 'smoke');
    expect(code).toBe(0);
    expect(stdout).toMatch(/[1-9]\d* instances/);
  });

  it('does not hide a spec that was broken since', async () => {
    const folder = packageCopy();
    appendFileSync(join(folder, 'suites/full.yaml'), 'tittle: Full\n');
    const { code, stderr } = await inCopy(folder, 'list');
    expect(code).toBe(2);
    expect(stderr).toContain('suites/full.yaml');
  });

  it('is not made of broken specs: the build says what is wrong, and fails', async () => {
    const folder = packageCopy();
    rmSync(join(folder, built));
    appendFileSync(join(folder, 'suites/full.yaml'), 'tittle: Full\n');
    const { code, stderr } = await compile(folder);
    expect(code).toBe(2);
    expect(stderr).toContain('tittle');
    expect(readCompiledLibrary(join(folder, built))).toBeUndefined();
  });
});

describe('`list`', () => {
  it('loads no parser, no validator and no server', async () => {
    // Anything else that it imports is not there to be found.
    const folder = packageCopy(['commander', 'fastest-levenshtein', 'ini']);
    const { code, stdout, stderr } = await inCopy(folder, 'list', '--suite', 'smoke');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/[1-9]\d* instances/);
  });
});
