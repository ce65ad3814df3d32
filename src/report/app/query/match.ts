import type { Row } from '../../data/row.js';
import { matchesGlob } from './glob.js';
import type { QueryKey, Term } from './query.js';
import { hasStatus } from './statuses.js';

/** Whether all terms hold of a row. Case does not count. */
export function matcherOf(terms: readonly Term[]): (row: Row) => boolean {
  const tests = terms.map(({ key, values, not }) => {
    const wanted = values.map((value) => value.toLowerCase());
    const test = holds[key];
    return (row: Row) => wanted.some((value) => test(row, value)) !== not;
  });
  return (row) => tests.every((test) => test(row));
}

export function filterRows(rows: readonly Row[], terms: readonly Term[]): readonly Row[] {
  return terms.length === 0 ? rows : rows.filter(matcherOf(terms));
}

const holds: Readonly<Record<QueryKey, (row: Row, value: string) => boolean>> = {
  s: hasStatus,
  api: (row, value) => row.apis.some((api) => named(api, value)),
  req: (row, value) => row.requirements.some((id) => named(id, value)),
  id: (row, value) => contains(row.id, value),
  tag: (row, value) => row.tags.some((tag) => named(tag, value)),
  file: inFile,
  level: (row, value) => named(row.level, value),
  as: (row, value) => row.identities.some((identity) => named(identity, value)),
  reason: (row, value) => row.reason !== undefined && named(row.reason, value),
  cause: (row, value) => String(row.cause) === value,
  text: (row, value) => searched(row).includes(value),
};

/** A whole name, or one with stars. */
function named(name: string, value: string): boolean {
  return matchesGlob(value, name.toLowerCase());
}

/** A part of it, or the whole with stars. */
function contains(text: string, value: string): boolean {
  return value.includes('*') ? matchesGlob(value, text.toLowerCase()) : text.toLowerCase().includes(value);
}

/** `names.yaml:34` is the case that has this line. */
function inFile(row: Row, value: string): boolean {
  const [, path = value, line] = /^(.+):(\d+)$/.exec(value) ?? [];
  const isThere = line === undefined || (row.line <= Number(line) && Number(line) <= row.endLine);
  return isThere && contains(row.file, path);
}

const texts = new WeakMap<Row, string>();

/** Made once for each row: it is asked for at every key stroke. */
function searched(row: Row): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = [row.id, row.title, ...row.requirements, row.message].join('\n').toLowerCase();
  texts.set(row, text);
  return text;
}
