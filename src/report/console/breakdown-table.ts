import { verdicts } from '../../journal/index.js';
import type { Breakdown } from '../breakdowns.js';
import { verdictMarks } from '../marks.js';
import { visibleLine } from '../visible.js';
import type { Paint, Palette } from './palette.js';

interface Cell {
  readonly text: string;
  readonly paint?: Paint;
}

/** A line for each part; columns are the verdicts that there are. */
export function breakdownTable({ by, parts }: Breakdown, palette: Palette): string {
  const shown = verdicts.filter((verdict) => parts.some(({ counters }) => counters[verdict] > 0));
  const head = shown.map((verdict) => ({
    text: `${verdictMarks[verdict]} ${verdict}`,
    paint: palette.verdict[verdict],
  }));
  const rows = parts.map(({ name, counters }) => [
    { text: visibleLine(name) },
    ...shown.map((verdict): Cell => {
      const count = counters[verdict];
      return { text: String(count), paint: count === 0 ? palette.faint : palette.verdict[verdict] };
    }),
  ]);
  return aligned([[{ text: by, paint: palette.faint }, ...head], ...rows]);
}

/** Names to the left, numbers to the right; paint has no width. */
function aligned(rows: readonly (readonly Cell[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.text.length ?? 0)));
  const padded = ({ text, paint }: Cell, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - text.length);
    const painted = paint === undefined ? text : paint(text);
    return column === 0 ? painted + space : space + painted;
  };
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
