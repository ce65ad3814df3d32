import { markedLine } from './marked-line.js';
import { printable } from './printable.js';
import type { Problem } from './problem.js';

/**
 * A problem as a person reads it: what was found, where, the offending line with a caret, what to write.
 * Text that came from a file is shown without control characters.
 */
export function renderProblem({ code, message, place, fix }: Problem): string {
  const lines = [`error[${code}]: ${printable(message)}`];
  if (place !== undefined) {
    lines.push(`  --> ${printable(place.file)}:${place.line}:${place.column}`);
    if (place.text !== undefined) {
      const { text, carets } = markedLine(place.text, place);
      const margin = ' '.repeat(String(place.line).length);
      lines.push(` ${margin} |`, ` ${place.line} | ${text}`, ` ${margin} | ${carets}`);
    }
  }
  if (fix !== undefined) lines.push(`  = ${printable(fix)}`);
  return lines.join('\n');
}

/** All problems, in the order of files and lines, with a closing count. */
export function renderProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${sorted.map(renderProblem).join('\n\n')}\n\n${count}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
