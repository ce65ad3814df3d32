import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globMatcher } from '../../glob/index.js';
import { failed, ok, type Problem, type Result } from '../../problem/index.js';

export interface FoundJournal {
  readonly path: string;
  /** The user wrote this very path. */
  readonly isNamed: boolean;
}

/**
 * The journals that a user names: a file is one; of a folder, every `*.ndjson` in it and below; of a glob, which a shell
 * may not have expanded, the same of each file and folder that fits. None comes twice.
 */
export function findJournals(named: readonly string[]): Result<readonly FoundJournal[]> {
  const found = new Map<string, FoundJournal>();
  const problems: Problem[] = [];
  for (const text of named) {
    const journals = journalsOf(text);
    if (journals.length === 0) {
      const message = `${text} is no journal, and no folder that holds one`;
      problems.push({ code: 'merge.no-journal', message, fix: 'name journals, or a folder with *.ndjson in it' });
    }
    for (const journal of journals) if (!found.has(resolve(journal.path))) found.set(resolve(journal.path), journal);
  }
  return problems.length > 0 ? failed(...problems) : ok([...found.values()]);
}

function journalsOf(text: string): readonly FoundJournal[] {
  switch (kindOf(text)) {
    case 'file':
      return [{ path: text, isNamed: true }];
    case 'folder':
      return journalsBelow(text);
    case undefined:
      return /[*?]/.test(text) ? fitting(text) : [];
  }
}

function journalsBelow(folder: string): readonly FoundJournal[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => ({ path: join(folder, name), isNamed: false }));
}

/** Looks below the folder that the glob begins with. */
function fitting(glob: string): readonly FoundJournal[] {
  const parts = glob.split(/[\\/]/);
  const base = parts
    .slice(
      0,
      parts.findIndex((part) => /[*?]/.test(part)),
    )
    .join('/');
  const folder = base === '' ? (glob.startsWith('/') ? '/' : '.') : base;
  if (kindOf(folder) !== 'folder') return [];
  const rest = relative(folder, glob).split(sep).join('/');
  const fits = globMatcher([rest, `${rest}/*`]);
  return journalsBelow(folder).filter(({ path }) => fits(relative(folder, path).split(sep).join('/')));
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}
