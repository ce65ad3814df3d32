import { printable } from './printable.js';
import type { Place } from './problem.js';

/** A line of a file written on one line can be thousands of characters long. */
const widest = 160;
const before = 40;

/** The offending line, cut to what can be read around the mark, and the carets that stand below it. */
export function markedLine(
  text: string,
  { column, length = 1 }: Pick<Place, 'column' | 'length'>,
): { readonly text: string; readonly carets: string } {
  const line = printable(text);
  const mark = Math.min(Math.max(1, column), line.length + 1) - 1;
  const start = line.length <= widest ? 0 : Math.max(0, Math.min(mark - before, line.length - widest));
  const end = Math.min(line.length, start + widest);
  const [ellipsisBefore, ellipsisAfter] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  const carets = '^'.repeat(Math.max(1, Math.min(length, end - mark)));
  return {
    text: `${ellipsisBefore}${line.slice(start, end)}${ellipsisAfter}`,
    carets: `${' '.repeat(ellipsisBefore.length + mark - start)}${carets}`,
  };
}
