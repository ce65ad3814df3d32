import { verdicts } from '../../journal/index.js';
import type { Breakdown } from '../breakdowns.js';
import { verdictMarks } from '../marks.js';
import { visibleLine } from '../visible.js';
import { aligned, type TableCell } from './aligned.js';
import type { Palette } from './palette.js';

/** A line for each part; columns are the verdicts that there are. */
export function breakdownTable({ by, parts }: Breakdown, palette: Palette): string {
  const shown = verdicts.filter((verdict) => parts.some(({ counters }) => counters[verdict] > 0));
  const head = shown.map((verdict) => ({
    text: `${verdictMarks[verdict]} ${verdict}`,
    paint: palette.verdict[verdict],
  }));
  const rows = parts.map(({ name, counters }) => [
    { text: visibleLine(name) },
    ...shown.map((verdict): TableCell => {
      const count = counters[verdict];
      return { text: String(count), paint: count === 0 ? palette.faint : palette.verdict[verdict] };
    }),
  ]);
  return aligned([[{ text: by, paint: palette.faint }, ...head], ...rows], 'right');
}
