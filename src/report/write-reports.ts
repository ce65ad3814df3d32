import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../problem/index.js';
import type { Assessment } from './assessment.js';
import { renderCtrf } from './ctrf/index.js';
import { renderHtml } from './html/index.js';
import { junitFiles, renderJunit } from './junit/index.js';
import type { ReportFile } from './report-file.js';
import { defaultReportOptions, type ReportOptions } from './report-options.js';
import { renderSummary } from './summary/index.js';

type Renderer = (assessment: Assessment, options: ReportOptions) => Iterable<ReportFile>;

/** One report each. Pure functions of the assessment: the same journal gives the same bytes. */
const renderers: readonly Renderer[] = [
  renderJunit,
  (assessment) => [{ name: 'index.html', chunks: [renderHtml(assessment)] }],
  (assessment) => [{ name: 'ctrf.json', chunks: renderCtrf(assessment) }],
  (assessment) => [{ name: 'summary.md', chunks: [renderSummary(assessment)] }],
];

export function* renderReports(assessment: Assessment, options = defaultReportOptions): Generator<ReportFile> {
  for (const render of renderers) yield* render(assessment, options);
}

/** Writes all reports into a folder, which is made when it isn't there. Gives their paths. */
export function writeReports(
  assessment: Assessment,
  directory: string,
  options: ReportOptions = defaultReportOptions,
): Result<readonly string[]> {
  try {
    mkdirSync(directory, { recursive: true });
    removeLeftovers(directory);
    return ok(Array.from(renderReports(assessment, options), (file) => write(file, directory)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const fix = 'name a folder that can be written, with --out';
    return failed({ code: 'report.unwritable', message: `the reports can't be written: ${error.message}`, fix });
  }
}

/** A report of an earlier run that this one doesn't write would be collected with those of this one. */
function removeLeftovers(directory: string): void {
  for (const file of readdirSync(directory)) if (junitFiles.test(file)) rmSync(join(directory, file));
}

function write({ name, chunks }: ReportFile, directory: string): string {
  const path = join(directory, name);
  const file = openSync(path, 'w');
  try {
    // On a descriptor it appends, and unlike writeSync it goes on until every byte is taken.
    for (const text of inLargePieces(chunks)) writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
  return path;
}

/** In characters: few enough calls of the operating system, and little memory. */
const pieceLength = 256 * 1024;

function* inLargePieces(chunks: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const chunk of chunks) {
    gathered.push(chunk);
    length += chunk.length;
    if (length < pieceLength) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  yield gathered.join('');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
