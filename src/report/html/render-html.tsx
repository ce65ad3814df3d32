import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Assessment } from '../assessment.js';
import { detailsOf, fingerprintsOf } from '../data/details-of.js';
import { reportDataOf } from '../data/run-data-of.js';
import { abridged } from '../kill-matrix/abridge.js';
import type { ReportFile } from '../report-file.js';
import { defaultReportOptions, type ReportOptions } from '../report-options.js';
import { visible } from '../visible.js';
import { type Assets, policyOf, readAssets } from './assets.js';
import { packed } from './packed.js';
import { Head, summaryOf, titleOf } from './summary.js';

type PageOptions = Pick<ReportOptions, 'exchanges' | 'assets' | 'killMatrix' | 'names' | 'heldAgainst' | 'beside'>;

/**
 * One run or several as a page that needs nothing but itself: a summary that reads without a script, and the data of the
 * app that takes its place, packed into templates that are inflated when they are looked at.
 */
export function renderHtml(
  assessments: readonly Assessment[],
  options: PageOptions = defaultReportOptions,
  assets: Assets = builtAssets(),
): readonly ReportFile[] {
  const page = { name: 'index.html', chunks: chunksOf(assessments, options, assets) };
  if (options.assets === 'inline') return [page];
  return [
    page,
    { name: 'report.js', chunks: [`${assets.script}\n`] },
    { name: 'report.css', chunks: [`${assets.style}\n`] },
  ];
}

function* chunksOf(assessments: readonly Assessment[], options: PageOptions, assets: Assets): Generator<string> {
  const external = options.assets === 'external';
  const data = reportDataOf(assessments, options);
  yield '<!doctype html>\n<html lang="en"><head>';
  yield html(<Head policy={policyOf(assets, options.assets)} title={titleOf(data)} />);
  yield external ? '<link rel="stylesheet" href="report.css">' : `<style>${assets.style}</style>`;
  yield '</head>\n<body><div id="summary">';
  for (const part of summaryOf(assessments, data)) yield html(part);
  yield '</div>\n<div id="app"></div>\n';
  yield template('data', data);
  if (options.killMatrix !== undefined) yield template('proof', abridged(options.killMatrix));
  for (const [number, assessment] of assessments.entries()) {
    yield template(`sources-${number}`, Object.fromEntries(assessment.journal.sources));
    yield template(`fingerprints-${number}`, fingerprintsOf(assessment));
    let chunk = 0;
    for (const details of detailsOf(assessment, options.exchanges)) {
      yield template(`details-${number}-${chunk}`, details);
      chunk += 1;
    }
  }
  yield external ? '<script src="report.js"></script>' : `<script>${assets.script}</script>`;
  yield '</body></html>\n';
}

function html(part: VNode): string {
  return visible(renderToString(part));
}

function template(id: string, value: unknown): string {
  return `<template id="${id}">${packed(value)}</template>\n`;
}

/** Their absence is a broken installation; `writeReports` says so in an orderly way. */
function builtAssets(): Assets {
  const assets = readAssets();
  if (!assets.ok) throw new Error(assets.problems.map(({ message, fix }) => `${message}: ${fix}`).join());
  return assets.value;
}
