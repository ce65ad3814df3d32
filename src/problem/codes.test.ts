import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemCodes } from './codes.js';

const root = join(import.meta.dirname, '..', '..');
const codes = Object.keys(problemCodes);

const files = ['src', 'scripts', 'suites'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /\.(tsx?|txt)$/.test(file) && !file.startsWith('src/problem/')),
);
const shows = (file: string) => /\.test\.tsx?$|\/testing\/|\/golden\//.test(file);
const textOf = (chosen: readonly string[]) => chosen.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
const sources = textOf(files.filter((file) => !shows(file)));
const tests = textOf(files.filter(shows));

/** A golden file shows `error[code]`; a test names the code, alone or before what else it looks at. */
function shown(code: string): boolean {
  return new RegExp(`(?<![\\w.-])${code.replaceAll('.', '\\.')}(?![\\w-])`).test(tests);
}

describe('every problem code', () => {
  it('is told by something', () => {
    expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it('is shown in a golden file or named in a test', () => {
    expect(codes.filter((code) => !shown(code))).toEqual([]);
  });

  it('says where it comes from, and what is wrong', () => {
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('is missed when nothing tells it', () => {
    expect(sources.includes("'no.such-code'") || shown('no.such-code')).toBe(false);
  });
});
