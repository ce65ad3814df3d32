import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { renderProblems } from '../problem/index.js';
import { compileLibrary, reviveLibrary } from './compiled-library.js';
import { type Library, loadLibrary } from './library.js';
import { placesWith, spec, vocabulary } from './testing/library-folder.js';
import { smallVocabulary } from './testing/small-vocabulary.js';

const files = {
  ...vocabulary,
  'specs/naming.yaml': spec('naming.one', 'naming.two'),
  'suites/smoke.yaml': stringify({ title: 'Smoke', select: [{ tags: ['smoke'] }], proves: ['NAME-01'] }),
};

function libraryWith(more: Readonly<Record<string, string>> = {}): Library {
  const loaded = loadLibrary(placesWith({ ...files, ...more }, 'specs'), smallVocabulary);
  if (!loaded.ok) throw new Error(renderProblems(loaded.problems));
  return loaded.value;
}

const key = 'a'.repeat(64);
const library = libraryWith();
const text = compileLibrary(library, key);

describe('a compiled library', () => {
  it('is the library again when it is revived', () => {
    expect(reviveLibrary(text, key)).toStrictEqual(library);
  });

  it('is worth nothing under another key', () => {
    expect(reviveLibrary(text, 'b'.repeat(64))).toBeUndefined();
  });

  it.each([
    ['nothing is left of it', ''],
    ['it ends early', text.slice(0, -20)],
    ['only its head is left', text.slice(0, text.indexOf('\n'))],
    ['a word in it was changed', text.replace('naming.one', 'naming.ten')],
    ['it was something else all along', '{}\n'],
  ])('is worth nothing when %s', (_, damaged) => {
    expect(reviveLibrary(damaged, key)).toBeUndefined();
  });

  it('is not made of what JSON cannot hold', () => {
    const odd = `title: Odd\ncases:\n  - { id: odd.one, verifies: NAME-01, call: { api: chat, params: { top_p: .nan } }, expect: completion }\n`;
    expect(() => compileLibrary(libraryWith({ 'specs/odd.yaml': odd }), key)).toThrow('JSON cannot hold');
  });
});
