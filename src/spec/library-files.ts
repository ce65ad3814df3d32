import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/**
 * Where to read from. `specs` are folders or files of specs; the vocabulary that they use (`requirements/`, `roles.yaml`)
 * is read from `home`, the harness's own `specs/` folder.
 */
export interface LibraryPlaces {
  readonly home: string;
  readonly specs: readonly string[];
  readonly suites: string;
  /** Paths in messages and reports are relative to this folder. */
  readonly relativeTo: string;
}

/** The paths of every file of a library. */
export interface LibraryFiles {
  readonly requirements: readonly string[];
  readonly roles: string;
  readonly specs: readonly string[];
  readonly suites: readonly string[];
}

const notSpecs = ['requirements', 'contracts'];

/** Finds the files. A place of specs that does not exist has none. */
export function findLibraryFiles({ home, specs, suites }: LibraryPlaces): LibraryFiles {
  const found = specs.filter((path) => existsSync(path)).flatMap((path) => specFiles(path, home));
  return {
    requirements: yamlFiles(join(home, 'requirements')),
    roles: join(home, 'roles.yaml'),
    // A file that is named, and stands in a folder that is named too, is one file.
    specs: [...new Set(found.map((path) => resolve(path)))],
    suites: existsSync(suites) ? yamlFiles(suites) : [],
  };
}

/**
 * SHA-256 over `tool` and the name and bytes of every file: whoever has the same key would load the same library.
 * Undefined when a file cannot be read; loading says which, and why.
 */
export function libraryKey(places: LibraryPlaces, tool: string): string | undefined {
  const hash = createHash('sha256').update(`${tool}\0`);
  try {
    const { requirements, roles, specs, suites } = findLibraryFiles(places);
    for (const path of [...requirements, roles, ...specs, ...suites]) {
      const bytes = readFileSync(path);
      hash.update(`${nameOf(path, places.relativeTo)}\0${bytes.length}\0`).update(bytes);
    }
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** How a file is called in messages and reports. */
export function nameOf(path: string, relativeTo: string): string {
  const inside = relative(relativeTo, path);
  return (inside.startsWith('..') ? path : inside).split(sep).join('/');
}

function specFiles(path: string, home: string): string[] {
  if (/\.ya?ml$/.test(path)) return [path];
  return yamlFiles(path).filter((file) => {
    const inside = relative(home, file).split(sep);
    return inside[0] === '..' || !(notSpecs.includes(inside[0] as string) || inside.join('/') === 'roles.yaml');
  });
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => join(folder, file))
    .sort();
}
