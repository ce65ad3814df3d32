import type { Result } from '../problem/index.js';
import type { Assessment } from './assessment.js';
import { renderCtrf } from './ctrf/index.js';
import { renderHtml } from './html/index.js';
import { junitFiles, renderJunit } from './junit/index.js';
import type { ReportFile } from './report-file.js';
import { defaultReportOptions, type ReportOptions } from './report-options.js';
import { renderSummary } from './summary/index.js';
import { writeFiles } from './write-files.js';

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
  return writeFiles(renderReports(assessment, options), directory, junitFiles);
}
