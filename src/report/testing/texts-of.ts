import { type Assessment, renderReports } from '../index.js';

/** Every report as text, by the name of its file. */
export function textsOf(assessment: Assessment): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(renderReports(assessment), ({ name, chunks }) => [name, [...chunks].join('')]));
}
