import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = dirname(fileURLToPath(import.meta.url));

/** Which folders each folder may import. Downwards only: what is not named here is forbidden. */
const allowed: Record<string, readonly string[]> = {
  json: [],
  glob: [],
  securable: [],
  problem: [],
  wire: ['problem'],
  spec: ['problem', 'json'],
  target: ['problem', 'json', 'wire', 'spec'],
  api: ['problem', 'json', 'wire'],
  judge: ['problem', 'json', 'spec', 'api', 'wire'],
  plan: ['problem', 'json', 'glob', 'spec', 'target', 'api'],
  journal: ['problem', 'json', 'spec', 'judge', 'wire'],
  grants: ['problem', 'json', 'securable', 'target'],
  run: ['problem', 'json', 'securable', 'spec', 'target', 'grants', 'plan', 'api', 'wire', 'judge', 'journal'],
  acceptance: ['problem', 'json', 'glob', 'spec', 'journal'],
  report: ['problem', 'json', 'glob', 'securable', 'journal', 'acceptance'],
  init: ['problem', 'target', 'run'],
  doctor: ['problem', 'spec', 'target', 'plan', 'api', 'run', 'report'],
  prove: ['problem', 'json', 'spec', 'target', 'plan', 'api', 'wire', 'journal', 'run', 'report', 'mock'],
  // The mock builds messages and the checkers judge them: shared code would hide a common mistake.
  mock: ['problem'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] as string) : '');

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => {
    const specifier = match[1] as string;
    const to = relative(source, resolve(join(source, dirname(file)), specifier));
    return { file, specifier, from: folderOf(file), to };
  }),
);

function fileOf({ to }: Import): string {
  return files.find((file) => file === to.replace(/\.js$/, '.ts') || file === to.replace(/\.js$/, '.tsx')) ?? to;
}

describe('the folders', () => {
  it('import one way', () => {
    const wrong = imports
      .filter(
        ({ file, from, to }) =>
          !/\.test\.tsx?$/.test(file) && !file.includes('/testing/') && from in allowed && folderOf(to) !== from,
      )
      .filter(({ from, to }) => !allowed[from]?.includes(folderOf(to)));
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it('are entered through their index.ts, loading.ts, sending.ts or faults/index.ts', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        folderOf(to) !== from &&
        folderOf(to) in allowed &&
        !/^[a-z]+\/(index\.|loading\.|sending\.|testing\/|faults\/index\.)/.test(to),
    );
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it('hold no circle of files that import each other', () => {
    const importsOf = new Map(files.map((file) => [file, imports.filter((one) => one.file === file).map(fileOf)]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (done.has(file) || way.includes(file)) return;
      for (const next of importsOf.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('are never imported from cli', () => {
    const wrong = imports.filter(({ from, to }) => folderOf(to) === 'cli' && from !== 'cli');
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it('keep every file below 300 lines', () => {
    const long = files.filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
