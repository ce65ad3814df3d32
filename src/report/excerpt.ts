import type { InstanceRecord, Journal } from '../journal/index.js';

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** A finding that does not hold was asked for here. */
  readonly marked: boolean;
}

const mostLines = 60;

/** Where a case stands, and which lines of it are asked about. */
type Placed = Pick<InstanceRecord, 'file' | 'line' | 'endLine' | 'findings'>;

/** Lines of the spec that the broken findings come from; the case itself when they don't say. */
export function markedLines(instance: Pick<Placed, 'line' | 'findings'>): readonly number[] {
  const lines = instance.findings.flatMap(({ holds, line }) => (holds || line === undefined ? [] : [line]));
  return lines.length === 0 ? [instance.line] : [...new Set(lines)].sort((one, other) => one - other);
}

/** The case in its file, from its first line to its last, around the first mark when it is long. Empty without the file's text. */
export function excerptOf(journal: Pick<Journal, 'sources'>, instance: Placed): readonly ExcerptLine[] {
  const source = journal.sources.get(instance.file);
  if (source === undefined) return [];
  const marks = markedLines(instance);
  const long = instance.endLine - instance.line >= mostLines;
  const middle = marks[0] ?? instance.line;
  const first = long ? Math.max(instance.line, middle - mostLines / 2) : instance.line;
  const last = long ? Math.min(instance.endLine, first + mostLines - 1) : instance.endLine;
  return source
    .split(/\r?\n/)
    .slice(first - 1, last)
    .map((text, index) => ({ number: first + index, text, marked: marks.includes(first + index) }));
}

/** `specs/naming/names.yaml:34:9`: where to look first. The column is where the marked line's text begins. */
export function placeOf(journal: Journal, instance: InstanceRecord): string {
  const line = markedLines(instance)[0] ?? instance.line;
  const text = journal.sources.get(instance.file)?.split(/\r?\n/)[line - 1] ?? '';
  return `${instance.file}:${line}:${text.length - text.trimStart().length + 1}`;
}
