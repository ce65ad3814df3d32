import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { renderProblems } from '../problem/index.js';
import { type Library, loadLibrary } from './library.js';
import { area, placesWith, spec, vocabulary } from './testing/library-folder.js';
import { smallVocabulary } from './testing/small-vocabulary.js';

function libraryOf(files: Readonly<Record<string, string>>, ...specs: readonly string[]): Library {
  const loaded = loadLibrary(placesWith(files, ...specs), smallVocabulary);
  if (!loaded.ok) throw new Error(renderProblems(loaded.problems));
  return loaded.value;
}

function problemsOf(files: Readonly<Record<string, string>>, ...specs: readonly string[]) {
  const loaded = loadLibrary(placesWith(files, ...specs), smallVocabulary);
  return loaded.ok ? [] : loaded.problems;
}

describe('the library', () => {
  const files = {
    ...vocabulary,
    'specs/requirements/errors.yaml': area('errors', 'ERR-01'),
    'specs/contracts/chat.yaml': 'openapi: 3.1.0',
    'specs/naming/names.yaml': spec('naming.one', 'naming.two'),
    'specs/errors/errors.yml': spec('errors.one'),
    'specs/naming/notes.md': 'no spec',
    'suites/smoke.yaml': stringify({ title: 'Smoke', select: [{ tags: ['smoke'] }], proves: ['NAME-01'] }),
    'suites/full.yaml': stringify({ title: 'Full' }),
    'mine/own.yaml': spec('mine.one'),
    'mine/requirements/below.yaml': spec('mine.two'),
  };

  it('holds the specs of a folder in the order of their names, and nothing else that stands there', () => {
    const { specs } = libraryOf(files, 'specs');
    expect(specs.map(({ file, cases }) => [file, cases.map(({ id }) => id)])).toEqual([
      ['specs/errors/errors.yml', ['errors.one']],
      ['specs/naming/names.yaml', ['naming.one', 'naming.two']],
    ]);
  });

  it('holds the catalogue of all areas, the roles, and the suites by the names of their files', () => {
    const { catalogue, roles, suites } = libraryOf(files, 'specs');
    expect([...catalogue.requirements.keys()].sort()).toEqual(['ERR-01', 'NAME-01', 'NAME-02']);
    expect(catalogue.requirements.get('ERR-01')?.area).toBe('errors');
    expect(catalogue.areas).toEqual({ naming: 'NAMING', errors: 'ERRORS' });
    expect(roles).toEqual(smallVocabulary.roles);
    expect(suites.get('smoke')).toEqual({
      name: 'smoke',
      title: 'Smoke',
      select: [{ tags: ['smoke'] }],
      except: [],
      proves: ['NAME-01'],
    });
    expect(suites.get('full')).toMatchObject({ select: [], except: [], proves: [] });
  });

  it('takes specs from other folders and single files, against the same vocabulary', () => {
    const { specs } = libraryOf(files, 'mine', 'specs/errors/errors.yml');
    expect(specs.map(({ file }) => file)).toEqual([
      'mine/own.yaml',
      'mine/requirements/below.yaml',
      'specs/errors/errors.yml',
    ]);
  });

  it('reads a file once, however often it is named', () => {
    const { specs } = libraryOf(files, 'mine', 'mine/own.yaml', 'mine/../mine/own.yaml');
    expect(specs.map(({ file }) => file)).toEqual(['mine/own.yaml', 'mine/requirements/below.yaml']);
  });

  it('does without suites', () => {
    expect(libraryOf({ ...vocabulary, 'specs/a.yaml': spec('a.one') }, 'specs').suites.size).toBe(0);
  });
});

describe('the digest of a library', () => {
  const files = { ...vocabulary, 'specs/a.yaml': spec('a.one'), 'specs/b.yaml': spec('b.one') };
  const digest = libraryOf(files, 'specs').digest;

  it('is the same wherever the library stands, and in whatever order it is named', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(libraryOf(files, 'specs/b.yaml', 'specs/a.yaml').digest).toBe(digest);
  });

  it.each([
    ['a spec', { 'specs/a.yaml': `${spec('a.one')}# more\n` }],
    ['a requirement', { 'specs/requirements/naming.yaml': area('naming', 'NAME-01') }],
    ['a role', { 'specs/roles.yaml': `${vocabulary['specs/roles.yaml']}# more\n` }],
    ['the name of a file', { 'specs/a.yaml': '', 'specs/c.yaml': spec('a.one') }],
  ])('changes with %s', (_, change) => {
    const changed = Object.entries({ ...files, ...change }).filter(([, text]) => text !== '');
    expect(libraryOf(Object.fromEntries(changed), 'specs').digest).not.toBe(digest);
  });
});

describe('the problems of a library', () => {
  it('are those of all files at once', () => {
    const problems = problemsOf(
      {
        ...vocabulary,
        'specs/a.yaml': 'title: A\ncases: []\n',
        'specs/b.yaml': 'title: [',
        'suites/s.yaml': stringify({ title: 'S', proves: ['NAME-10'] }),
      },
      'specs',
      'no/such/folder',
    );
    expect(problems.map(({ code, place }) => `${code} ${place?.file ?? ''}`)).toEqual([
      'file.unreadable ',
      'yaml.syntax specs/b.yaml',
      'schema.wrong-value specs/a.yaml',
      'suite.unknown-requirement suites/s.yaml',
    ]);
  });

  it('are two cases of one id, in one file or in two', () => {
    const problems = problemsOf(
      { ...vocabulary, 'specs/a.yaml': spec('a.one', 'a.one'), 'specs/b.yaml': spec('a.one') },
      'specs',
    );
    expect(problems).toMatchObject([
      { code: 'case.duplicate-id', message: 'the id a.one already stands at specs/a.yaml:3', place: { line: 8 } },
      { code: 'case.duplicate-id', place: { file: 'specs/b.yaml', line: 3 } },
    ]);
  });

  it('are two requirements of one id', () => {
    const files = { ...vocabulary, 'specs/requirements/other.yaml': area('other', 'OTHER-01', 'NAME-02') };
    expect(problemsOf(files, 'specs')).toMatchObject([
      { code: 'requirement.duplicate', place: { file: 'specs/requirements/other.yaml', line: 11 } },
    ]);
  });

  it('are roles without a description, and a vocabulary that is not there', () => {
    const short = { ...vocabulary, 'specs/roles.yaml': stringify({ ...smallVocabulary.roles, features: { x: 'no' } }) };
    expect(problemsOf(short, 'specs').map(({ code }) => code)).toEqual(['schema.wrong-value']);
    const { 'specs/roles.yaml': _roles, ...without } = vocabulary;
    expect(problemsOf(without, 'specs')).toMatchObject([
      { code: 'file.unreadable', message: 'specs/roles.yaml does not exist' },
    ]);
  });

  it('say what is meant by a misspelt requirement of a suite', () => {
    const files = { ...vocabulary, 'suites/s.yaml': stringify({ title: 'S', proves: ['NAME-1', 'X'] }) };
    expect(problemsOf(files).map(({ fix }) => fix)).toEqual([
      'did you mean `NAME-01`?',
      'name one of specs/requirements/',
    ]);
  });
});
