import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { findLibraryFiles, type LibraryPlaces, nameOf } from './library-files.js';
import { loadSpec } from './load-spec.js';
import { loadSuite, type Suite } from './load-suite.js';
import { type Catalogue, loadCatalogue } from './requirement-file.js';
import { loadRoles, type Roles } from './roles.js';
import type { Spec } from './spec.js';
import type { Vocabulary } from './vocabulary.js';
import { readYamlFile } from './yaml/read-yaml.js';
import type { YamlSource } from './yaml/yaml-source.js';

/** Everything that is written down about how the gateway must behave. */
export interface Library {
  readonly specs: readonly Spec[];
  readonly suites: ReadonlyMap<string, Suite>;
  readonly catalogue: Catalogue;
  readonly roles: Roles;
  /** SHA-256 over every spec, requirement and role, in order of file name. */
  readonly digest: string;
}

/** Loads and checks all of it. Every problem of every file is reported at once. */
export function loadLibrary(places: LibraryPlaces, known: Omit<Vocabulary, 'catalogue' | 'roles'>): Result<Library> {
  const problems: Problem[] = [];
  const keep = <Value>(result: Result<Value>): Value | undefined => {
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return undefined;
  };
  const read = (path: string): YamlSource | undefined => keep(readYamlFile(path, nameOf(path, places.relativeTo)));
  const readAll = (paths: readonly string[]): YamlSource[] => paths.map(read).filter((source) => source !== undefined);

  const files = findLibraryFiles(places);
  const catalogueSources = readAll(files.requirements);
  const rolesSource = read(files.roles);
  const catalogue = keep(loadCatalogue(catalogueSources));
  const roles = rolesSource === undefined ? undefined : keep(loadRoles(rolesSource));
  for (const missing of places.specs.filter((path) => !existsSync(path))) {
    problems.push({
      code: 'file.unreadable',
      message: `${nameOf(missing, places.relativeTo)} does not exist`,
      fix: 'check the path',
    });
  }
  const specSources = readAll(files.specs);
  if (catalogue === undefined || roles === undefined) return { ok: false, problems };

  const specs = specSources
    .map((source) => keep(loadSpec(source, { catalogue, roles, ...known })))
    .filter((spec) => spec !== undefined);
  const suites = new Map<string, Suite>();
  for (const path of files.suites) {
    const name = basename(path).replace(/\.ya?ml$/, '');
    const source = read(path);
    const suite = source === undefined ? undefined : keep(loadSuite(name, source, catalogue));
    if (suite !== undefined) suites.set(name, suite);
  }
  problems.push(...duplicateIds(specs));
  if (problems.length > 0) return failed(...problems);
  const digest = digestOf([...catalogueSources, ...(rolesSource === undefined ? [] : [rolesSource]), ...specSources]);
  return ok({ specs, suites, catalogue, roles, digest });
}

function duplicateIds(specs: readonly Spec[]): Problem[] {
  const first = new Map<string, string>();
  return specs
    .flatMap((spec) => spec.cases)
    .flatMap(({ id, place }): Problem[] => {
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, `${place.file}:${place.line}`);
        return [];
      }
      return [
        {
          code: 'case.duplicate-id',
          message: `the id ${id} already stands at ${before}`,
          place,
          fix: 'give one of the two another id',
        },
      ];
    });
}

function digestOf(sources: readonly YamlSource[]): string {
  const hash = createHash('sha256');
  const sorted = [...sources].sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { file, text } of sorted) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}
