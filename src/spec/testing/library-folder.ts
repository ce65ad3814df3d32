import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { stringify } from 'yaml';
import type { LibraryPlaces } from '../library-files.js';
import { smallVocabulary } from './small-vocabulary.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes these files into a folder of their own, and says where a library of `specs` is read from there. */
export function placesWith(files: Readonly<Record<string, string>>, ...specs: readonly string[]): LibraryPlaces {
  const root = mkdtempSync(join(tmpdir(), 'library-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return {
    home: join(root, 'specs'),
    specs: specs.map((path) => join(root, path)),
    suites: join(root, 'suites'),
    relativeTo: root,
  };
}

/** The text of an area of the catalogue. */
export const area = (name: string, ...ids: readonly string[]) =>
  stringify({
    area: name,
    title: name.toUpperCase(),
    requirements: ids.map((id) => ({
      id,
      level: 'MUST',
      statement: `What ${id} says.`,
      source: { kind: 'documented', address: 'a page' },
      profile: 'core',
    })),
  });

/** The text of a spec with one case for each id. */
export const spec = (...ids: readonly string[]) =>
  stringify({
    title: 'A behaviour',
    cases: ids.map((id) => ({ id, verifies: 'NAME-01', call: { api: 'chat' }, expect: 'completion' })),
  });

export const vocabulary = {
  'specs/roles.yaml': stringify(smallVocabulary.roles),
  'specs/requirements/naming.yaml': area('naming', 'NAME-01', 'NAME-02'),
};
