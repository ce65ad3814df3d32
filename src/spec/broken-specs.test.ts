import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { exitCodeOf, exitCodes, renderProblems } from '../problem/index.js';
import { loadLibrary } from './library.js';
import { smallVocabulary } from './testing/small-vocabulary.js';

const golden = join(dirname(fileURLToPath(import.meta.url)), 'golden', 'broken');
const home = mkdtempSync(join(tmpdir(), 'vocabulary-'));
mkdirSync(join(home, 'requirements'));
writeFileSync(join(home, 'roles.yaml'), stringify(smallVocabulary.roles));
writeFileSync(
  join(home, 'requirements', 'naming.yaml'),
  stringify({
    area: 'naming',
    title: 'Naming',
    requirements: [...smallVocabulary.catalogue.requirements.values()].map(
      ({ area: _area, ...requirement }) => requirement,
    ),
  }),
);

const load = (specs: readonly string[]) =>
  loadLibrary({ home, specs, suites: join(home, 'suites'), relativeTo: golden }, smallVocabulary);
const files = readdirSync(golden).filter((file) => file.endsWith('.yaml'));

describe('a broken spec', () => {
  it.each(files)('%s is reported with its place and what to write', async (file) => {
    const result = load([join(golden, file)]);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(exitCodeOf(result.problems)).toBe(exitCodes.inputWrong);
    for (const problem of result.problems)
      expect(problem.place).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    await expect(renderProblems(result.problems)).toMatchFileSnapshot(join(golden, `${basename(file, '.yaml')}.txt`));
  });

  it('does not hide the problems of the others', () => {
    const result = load([golden]);
    const reported = new Set(result.ok ? [] : result.problems.map(({ place }) => place?.file));
    expect(files.filter((file) => !reported.has(file))).toEqual([]);
  });
});
