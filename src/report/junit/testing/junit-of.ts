import { type Assessment, defaultReportOptions, type ReportOptions } from '../../index.js';
import { renderJunit } from '../index.js';

/** The text of each file, by its name. */
export function junitFilesOf(
  assessment: Assessment,
  options: Partial<ReportOptions> = {},
  most?: number,
): ReadonlyMap<string, string> {
  const files = renderJunit(assessment, { ...defaultReportOptions, ...options }, most);
  return new Map(Array.from(files, ({ name, chunks }) => [name, [...chunks].join('')]));
}

/** Of a run for which one file has room. */
export function junitOf(assessment: Assessment, options: Partial<ReportOptions> = {}): string {
  const files = junitFilesOf(assessment, options);
  const text = files.get('junit.xml');
  if (text === undefined) throw new Error(`there is no junit.xml, but ${[...files.keys()].join(', ')}`);
  return text;
}
