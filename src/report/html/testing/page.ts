import { gunzipSync } from 'node:zlib';
import type { Assessment } from '../../assessment.js';
import { defaultReportOptions, type ReportOptions } from '../../report-options.js';
import { renderHtml } from '../index.js';

/** The report's page, whole. */
export function pageOf(assessments: readonly Assessment[], options: Partial<ReportOptions> = {}): string {
  const [page] = renderHtml(assessments, { ...defaultReportOptions, ...options });
  return [...(page?.chunks ?? [])].join('');
}

/** What can be read without a script. */
export function summaryIn(html: string): string {
  return html.replace(/<template[\s\S]*?<\/template>\n?|<style>[\s\S]*?<\/style>|<script[\s\S]*<\/script>/g, '');
}

/** What the page's templates hold, by their ids. */
export function dataIn(html: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...html.matchAll(/<template id="([^"]+)">([^<]*)<\/template>/g)].map(([, id = '', text = '']) => [
      id,
      JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()),
    ]),
  );
}
