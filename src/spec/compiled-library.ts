import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Library } from './library.js';

/**
 * A checked library as text that is quick to read back: a line with `key` and the digest of the rest, then JSON.
 * @throws Error when JSON cannot hold the library, as it cannot hold a spec's `.nan`.
 */
export function compileLibrary(library: Library, key: string): string {
  const { suites, catalogue, ...rest } = library;
  const body = JSON.stringify({
    ...rest,
    suites: [...suites],
    catalogue: { ...catalogue, requirements: [...catalogue.requirements] },
  });
  const text = `${headOf(body, key)}\n${body}\n`;
  if (!isDeepStrictEqual(reviveLibrary(text, key), library)) throw new Error('JSON cannot hold the library');
  return text;
}

/** The library out of that text, or undefined when it has another key or was damaged. */
export function reviveLibrary(text: string, key: string): Library | undefined {
  const [head, body = ''] = text.split('\n', 2);
  if (head !== headOf(body, key)) return undefined;
  // Its digest says that it is what `compileLibrary` wrote.
  const { suites, catalogue, ...rest } = JSON.parse(body) as Compiled;
  return {
    ...rest,
    suites: new Map(suites),
    catalogue: { ...catalogue, requirements: new Map(catalogue.requirements) },
  };
}

/** A library with its maps as lists of entries. */
interface Compiled extends Omit<Library, 'suites' | 'catalogue'> {
  readonly suites: readonly EntryOf<Library['suites']>[];
  readonly catalogue: Omit<Library['catalogue'], 'requirements'> & {
    readonly requirements: readonly EntryOf<Library['catalogue']['requirements']>[];
  };
}

type EntryOf<Entries> = Entries extends ReadonlyMap<infer Key, infer Value> ? readonly [Key, Value] : never;

function headOf(body: string, key: string): string {
  return `${key} ${createHash('sha256').update(body).digest('hex')}`;
}
