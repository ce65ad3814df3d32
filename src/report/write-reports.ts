import type { Result } from '../problem/index.js';
import type { Assessment } from './assessment.js';
import { renderCtrf } from './ctrf/index.js';
import { readAssets, renderHtml } from './html/index.js';
import { junitFiles, renderJunit } from './junit/index.js';
import type { ReportFile } from './report-file.js';
import { defaultReportOptions, type ReportOptions } from './report-options.js';
import { renderSummary } from './summary/index.js';
import { writeFiles } from './write-files.js';

type Renderer = (assessment: Assessment, options: ReportOptions) => Iterable<ReportFile>;

/** One report each. Pure functions of the assessment: the same journal gives the same bytes. */
const renderers: readonly Renderer[] = [
  renderJunit,
  (assessment) => [{ name: 'ctrf.json', chunks: renderCtrf(assessment) }],
  (assessment) => [{ name: 'summary.md', chunks: [renderSummary(assessment)] }],
];

/** All reports of a run. The page may show it beside others. */
export function* renderReports(
  assessment: Assessment,
  options = defaultReportOptions,
  shown: readonly Assessment[] = [assessment],
): Generator<ReportFile> {
  const beside: string[] = [];
  for (const render of renderers) {
    for (const file of render(assessment, options)) {
      yield file;
      beside.push(file.name);
    }
  }
  // What lies beside a page of several runs is of one of them only.
  yield* renderHtml(shown, shown.length === 1 ? { ...options, beside } : options);
}

/** Writes all reports into a folder, which is made when it isn't there. Gives their paths. */
export function writeReports(
  assessment: Assessment,
  directory: string,
  options: ReportOptions = defaultReportOptions,
  shown: readonly Assessment[] = [assessment],
): Result<readonly string[]> {
  const assets = readAssets();
  return assets.ok ? writeFiles(renderReports(assessment, options, shown), directory, junitFiles) : assets;
}

/** Several runs side by side, as one HTML report. Gives the paths of its files. */
export function writeHtml(
  assessments: readonly Assessment[],
  directory: string,
  options: ReportOptions = defaultReportOptions,
): Result<readonly string[]> {
  const assets = readAssets();
  return assets.ok ? writeFiles(renderHtml(assessments, options), directory) : assets;
}
