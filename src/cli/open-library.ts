import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiGroups, apiNames, ruleNames, statementRuleNames } from '../api/index.js';
import { failed, ok, type Result } from '../problem/index.js';
import { type Library, type LibraryPlaces, libraryKey, reviveLibrary, type Suite, suggestion } from '../spec/index.js';
import { packageRoot, readTool } from './package-root.js';

/** Where the build leaves the harness's own library: beside its code, so that code newer than the build never reads it. */
export const compiledLibraryFile = join(dirname(fileURLToPath(import.meta.url)), '..', 'library.json');

/**
 * The harness's own specs, or those that the user names, with the harness's requirements, roles and suites. Its own come
 * out of the build as long as no byte of them has changed since.
 */
export async function openLibrary(specs?: readonly string[]): Promise<Result<Library>> {
  const compiled = specs === undefined ? readCompiledLibrary(compiledLibraryFile) : undefined;
  return compiled === undefined ? loadSpecs(specs) : ok(compiled);
}

/** The same, always read and checked. */
export async function loadSpecs(specs?: readonly string[]): Promise<Result<Library>> {
  const [{ loadLibrary }, { streamRuleNames }] = await Promise.all([
    import('../spec/loading.js'),
    import('../api/loading.js'),
  ]);
  return loadLibrary(placesOf(specs), {
    apis: apiNames,
    apiGroups,
    rules: [...ruleNames, ...statementRuleNames],
    streamRules: streamRuleNames,
  });
}

/** The key of the harness's own library as it stands now. */
export function ownLibraryKey(): string | undefined {
  return libraryKey(placesOf(), readTool().version);
}

/** The library out of a file of the build; undefined when there is none, or when it is not of these specs. */
export function readCompiledLibrary(path: string): Library | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const key = ownLibraryKey();
  return key === undefined ? undefined : reviveLibrary(text, key);
}

export function findSuite(library: Library, name: string): Result<Suite> {
  const suite = library.suites.get(name);
  if (suite !== undefined) return ok(suite);
  return failed({
    code: 'suite.not-found',
    message: `there is no suite ${name}`,
    fix: suggestion(name, library.suites.keys(), `name one of: ${[...library.suites.keys()].join(', ')}`),
  });
}

function placesOf(specs?: readonly string[]): LibraryPlaces {
  const home = join(packageRoot, 'specs');
  return {
    home,
    specs: specs === undefined ? [home] : specs.map((path) => resolve(path)),
    suites: join(packageRoot, 'suites'),
    relativeTo: specs === undefined ? packageRoot : process.cwd(),
  };
}
