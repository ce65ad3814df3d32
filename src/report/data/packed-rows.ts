import type { Level, Verdict } from '../../journal/index.js';
import type { StandingKind } from '../gate/standing.js';
import type { Row } from './row.js';

/**
 * Rows by column, every text once: a third of what rows of objects take to inflate and parse. A cell is the number of a
 * text, of a list of texts, or a number of its own; `null` where a row has none.
 */
export interface PackedRows {
  readonly count: number;
  readonly texts: readonly string[];
  readonly lists: readonly (readonly number[])[];
  readonly columns: Readonly<Record<ColumnName, readonly (number | null)[]>>;
}

const textColumns = ['id', 'title', 'file', 'level', 'verdict', 'standing', 'message', 'reason'] as const;
const listColumns = ['requirements', 'apis', 'tags', 'identities'] as const;
const numberColumns = ['line', 'endLine', 'requests', 'startedAt', 'durationMs', 'cause'] as const;
const flagColumns = ['flaky', 'notRun'] as const;

type ColumnName =
  | (typeof textColumns)[number]
  | (typeof listColumns)[number]
  | (typeof numberColumns)[number]
  | (typeof flagColumns)[number];

export function packRows(rows: readonly Row[]): PackedRows {
  const texts = interned<string>((text) => text);
  const lists = interned<readonly number[]>((list) => list.join());
  const column = (cellOf: (row: Row) => number | undefined) => rows.map((row) => cellOf(row) ?? null);
  const columns = Object.fromEntries([
    ...textColumns.map((name) => [name, column((row) => numberOf(texts, row[name]))]),
    ...listColumns.map((name) => [name, column((row) => lists.numberOf(row[name].map(texts.numberOf)))]),
    ...numberColumns.map((name) => [name, column((row) => row[name])]),
    ...flagColumns.map((name) => [name, column((row) => (row[name] ? 1 : 0))]),
  ]) as PackedRows['columns'];
  return { count: rows.length, texts: texts.all, lists: lists.all, columns };
}

export function unpackRows({ count, texts, lists, columns }: PackedRows): readonly Row[] {
  const all = lists.map((list) => list.map((text) => texts[text] ?? ''));
  return Array.from({ length: count }, (_, index): Row => {
    const number = (name: ColumnName) => columns[name][index] ?? undefined;
    const text = (name: (typeof textColumns)[number]) => texts[number(name) ?? -1];
    const list = (name: (typeof listColumns)[number]) => all[number(name) ?? -1] ?? [];
    const standing = text('standing') as StandingKind | undefined;
    const reason = text('reason');
    const startedAt = number('startedAt');
    const cause = number('cause');
    return {
      index,
      id: text('id') ?? '',
      title: text('title') ?? '',
      file: text('file') ?? '',
      line: number('line') ?? 0,
      endLine: number('endLine') ?? 0,
      level: text('level') as Level,
      verdict: text('verdict') as Verdict,
      ...(standing === undefined ? {} : { standing }),
      flaky: number('flaky') === 1,
      notRun: number('notRun') === 1,
      requirements: list('requirements'),
      apis: list('apis'),
      tags: list('tags'),
      identities: list('identities'),
      requests: number('requests') ?? 0,
      ...(startedAt === undefined ? {} : { startedAt }),
      durationMs: number('durationMs') ?? 0,
      message: text('message') ?? '',
      ...(reason === undefined ? {} : { reason }),
      ...(cause === undefined ? {} : { cause }),
    };
  });
}

interface Interned<Item> {
  readonly all: readonly Item[];
  readonly numberOf: (item: Item) => number;
}

function interned<Item>(keyOf: (item: Item) => string): Interned<Item> {
  const all: Item[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (item: Item) => {
    const key = keyOf(item);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push(item) - 1;
  };
  return { all, numberOf };
}

function numberOf(texts: Interned<string>, text: string | undefined): number | undefined {
  return text === undefined ? undefined : texts.numberOf(text);
}
