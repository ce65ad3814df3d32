import { describe, expect, it } from 'vitest';
import { libraryKey } from './library-files.js';
import { area, placesWith, spec, vocabulary } from './testing/library-folder.js';

const files = {
  ...vocabulary,
  'specs/a.yaml': spec('a.one'),
  'specs/contracts/chat.yaml': 'openapi: 3.1.0',
  'suites/smoke.yaml': 'title: Smoke\n',
};
const keyOf = (of: Readonly<Record<string, string>>, tool = '1.0.0') => libraryKey(placesWith(of, 'specs'), tool);
const key = keyOf(files);

describe('the key of a library', () => {
  it('is the same wherever the library stands, and whatever stands beside it', () => {
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(files)).toBe(key);
    expect(keyOf({ ...files, 'specs/contracts/chat.yaml': 'openapi: 3.1.1', 'specs/notes.md': 'no spec' })).toBe(key);
  });

  it.each([
    ['one byte of a spec', { 'specs/a.yaml': `${spec('a.one')} ` }],
    ['one byte of a requirement', { 'specs/requirements/naming.yaml': area('naming', 'NAME-01', 'NAME-03') }],
    ['one byte of the roles', { 'specs/roles.yaml': `${vocabulary['specs/roles.yaml']} ` }],
    ['one byte of a suite', { 'suites/smoke.yaml': 'title: Smoky\n' }],
    ['a new spec', { 'specs/b.yaml': spec('b.one') }],
    ['a new suite', { 'suites/full.yaml': 'title: Full\n' }],
    ['the name of a file', { 'specs/a.yaml': '', 'specs/b.yaml': spec('a.one') }],
  ])('changes with %s', (_, change) => {
    const changed = Object.entries({ ...files, ...change }).filter(([, text]) => text !== '');
    expect(keyOf(Object.fromEntries(changed))).not.toBe(key);
  });

  it('changes with the tool that reads the library', () => {
    expect(keyOf(files, '1.0.1')).not.toBe(key);
  });

  it('is not there when a file is not', () => {
    const { 'specs/roles.yaml': _, ...without } = files;
    expect(keyOf(without)).toBeUndefined();
  });
});
