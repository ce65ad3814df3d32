import type { Problem } from './problem.js';

/**
 * A problem as a person reads it: what was found, where, the offending line with a caret, what to write.
 * Text that came from a file is shown without control characters.
 */
export function renderProblem(problem: Problem): string {
  const { code, message, place, fix } = problem;
  const lines = [`error[${code}]: ${printable(message)}`];
  if (place !== undefined) {
    lines.push(`  --> ${place.file}:${place.line}:${place.column}`);
    if (place.text !== undefined) {
      const number = String(place.line);
      const margin = ' '.repeat(number.length);
      const text = printable(place.text);
      const caret = `${' '.repeat(place.column - 1)}${'^'.repeat(Math.max(1, Math.min(place.length ?? 1, text.length - place.column + 1)))}`;
      lines.push(` ${margin} |`, ` ${number} | ${text}`, ` ${margin} | ${caret}`);
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

function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}
