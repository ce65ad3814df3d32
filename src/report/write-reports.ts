import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../journal/index.js';
import { failed, ok, type Result } from '../problem/index.js';
import { renderCtrf } from './ctrf/index.js';
import { renderHtml } from './html/index.js';
import { renderJunit } from './junit/index.js';
import { renderSummary } from './summary/index.js';

/** One report each, by the name of its file. Pure functions of the journal: the same journal gives the same bytes. */
const renderers = {
  'junit.xml': renderJunit,
  'index.html': renderHtml,
  'ctrf.json': renderCtrf,
  'summary.md': renderSummary,
} as const satisfies Record<string, (journal: Journal) => string>;

export type ReportName = keyof typeof renderers;

export function renderReports(journal: Journal): Readonly<Record<ReportName, string>> {
  const entries = Object.entries(renderers).map(([name, render]) => [name, render(journal)]);
  return Object.fromEntries(entries) as Record<ReportName, string>;
}

/** Writes all reports into a folder, which is made when it isn't there. Gives their paths. */
export function writeReports(journal: Journal, directory: string): Result<readonly string[]> {
  try {
    mkdirSync(directory, { recursive: true });
    const paths = Object.entries(renderReports(journal)).map(([name, text]) => {
      const path = join(directory, name);
      writeFileSync(path, text);
      return path;
    });
    return ok(paths);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const fix = 'name a folder that can be written, with --out';
    return failed({ code: 'report.unwritable', message: `the reports can't be written: ${error.message}`, fix });
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
