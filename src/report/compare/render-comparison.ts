import type { ReportFile } from '../report-file.js';
import type { Comparison } from './comparison.js';
import type { ComparisonVerdict } from './judge-comparison.js';
import { renderComparisonHtml } from './render-html.js';
import { renderComparisonMarkdown } from './render-markdown.js';

/** The files of a comparison: for a comment, for people, and for tools. */
export function* renderComparison(comparison: Comparison, verdict: ComparisonVerdict): Generator<ReportFile> {
  yield { name: 'compare.md', chunks: [renderComparisonMarkdown(comparison, verdict)] };
  yield { name: 'compare.html', chunks: [renderComparisonHtml(comparison, verdict)] };
  yield { name: 'compare.json', chunks: [`${JSON.stringify({ ...verdict, ...comparison }, null, 2)}\n`] };
}
