import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../journal/index.js';
import { hostileEvents, hostileTexts } from '../../journal/testing/hostile-journal.js';
import {
  endedEvent,
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  journalOf,
  plannedEvent,
} from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import type { InstanceDetails } from '../data/details.js';
import { unpackRows } from '../data/packed-rows.js';
import type { ReportData } from '../data/report-data.js';
import { accepting, baselineFrom, runOf } from '../testing/accepted.js';
import { readAssets, renderHtml } from './index.js';
import { palette } from './style.js';
import { dataIn, pageOf, summaryIn } from './testing/page.js';

const sampleAssessment = assess(journalOf(sampleEvents, sampleRun));
const sample = pageOf([sampleAssessment]);
const hostile = pageOf([assess(journalOf(hostileEvents()))]);
const empty = pageOf([assess(journalOf([endedEvent()]))]);
const several = pageOf([sampleAssessment, assess(journalOf(hostileEvents())), sampleAssessment]);
const pages = { sample, hostile, empty, several };

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => decoded(id ?? ''));
const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');

/** What a reader sees, a line for each block. */
function wordsOf(html: string): string {
  return decoded(
    summaryIn(html)
      .replace(/<(?:p|li|tr|h\d|details|summary|section|dt|dl|nav|div|pre|mark class="line)[ >]/g, '\n$&')
      .replace(/<\/?(?:td|th|dd)[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, ''),
  )
    .replace(/\u00a0/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{2,}/g, '\n');
}

describe('the HTML report', () => {
  it('tells the run in words, numbers, tables and excerpts to whoever has no script', async () => {
    await expect(wordsOf(sample)).toMatchFileSnapshot('golden/page.txt');
  });

  it.each(Object.entries(pages))('needs nothing but itself, and may load nothing else (%s)', (_, html) => {
    const policy = decoded(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '');
    const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    const summary = summaryIn(html);
    expect(summary).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|input|video|audio)[\s>]/i);
    expect(summary).not.toMatch(/<[a-z][^<>]* (src|style|srcset|on[a-z]+)=/i);
    expect(style).not.toMatch(/url\(|@import/);
  });

  it('can have its script and style beside it', () => {
    const files = renderHtml([sampleAssessment], { exchanges: 'failed', assets: 'external' });
    const [page, script, style] = files.map(({ name, chunks }) => ({ name, text: [...chunks].join('') }));
    expect([page?.name, script?.name, style?.name]).toEqual(['index.html', 'report.js', 'report.css']);
    const assets = readAssets();
    expect(assets.ok && [`${assets.value.script}\n`, `${assets.value.style}\n`]).toEqual([script?.text, style?.text]);
    expect(page?.text).toContain('<script src="report.js"></script>');
    expect(page?.text).toContain('<link rel="stylesheet" href="report.css">');
    expect(decoded(page?.text ?? '')).toContain("script-src 'self'; style-src 'self'");
    expect(page?.text).not.toMatch(/<script>|<style/);
  });

  it('says what to do when its script is not there', () => {
    const assets = readAssets(['/nowhere']);
    expect(!assets.ok && assets.problems).toEqual([
      {
        code: 'report.not-built',
        message: 'the script of the HTML report, report/app/report.js, is not in the build',
        fix: 'run `npm run build`, or install gateway-conformance again',
      },
    ]);
  });

  it.each(Object.entries(pages))('has one h1, and ids that are unique (%s)', (_, html) => {
    expect(summaryIn(html).split('<h1').length).toBe(2);
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /\s/.test(id))).toEqual([]);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  it('has every instance in its data, and the details of each a hundred at a time', () => {
    const ids = Array.from({ length: 250 }, (_, index) => `case.${index}`);
    const events = [
      ...ids.map((id) => plannedEvent(id)),
      ...ids.flatMap((id) => [exchangeEvent(id), finishedEvent(id, id === 'case.7' ? 'failed' : 'passed')]),
    ];
    const data = dataIn(pageOf([assess(journalOf([...events, endedEvent()]))]));
    expect(Object.keys(data)).toEqual([
      'data',
      'sources-0',
      'fingerprints-0',
      'details-0-0',
      'details-0-1',
      'details-0-2',
    ]);
    const { runs } = data['data'] as ReportData;
    expect(runs.flatMap(({ rows }) => unpackRows(rows).map(({ id }) => id))).toEqual(ids);
    const details = [0, 1, 2].map((chunk) => data[`details-0-${chunk}`] as readonly InstanceDetails[]);
    expect(details.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(details[0]?.[7]).toMatchObject({ exchanges: [{ step: 'step 1' }] });
    expect(details[0]?.[8]).toMatchObject({ exchanges: [{ step: 'step 1', summary: true }] });
  });

  it.each([
    ['all', [1, 1]],
    ['failed', [1, 0]],
    ['none', [0, 0]],
  ] as const)('holds exchanges in full as it is told (%s)', (exchanges, lengths) => {
    const events = [
      plannedEvent('wrong'),
      plannedEvent('right'),
      exchangeEvent('wrong'),
      finishedEvent('wrong', 'failed'),
      exchangeEvent('right'),
      finishedEvent('right', 'passed'),
      endedEvent(),
    ];
    const data = dataIn(pageOf([assess(journalOf(events))], { exchanges }));
    const details = data['details-0-0'] as readonly InstanceDetails[];
    const full = details.map((one) => one.exchanges.filter(({ summary }) => summary !== true).length);
    expect(full).toEqual(lengths);
  });

  it('gives every header of a table its scope, and no verdict by colour alone', () => {
    expect(summaryIn(sample).match(/<th(?![^>]* scope=)[\s>]/g)).toBeNull();
    for (const [, word] of sample.matchAll(/<span class="status [^"]*">(.*?)<\/span>(\w+)/g))
      expect(word).toContain('aria-hidden');
  });

  it('shows hostile text as text', () => {
    const summary = summaryIn(hostile);
    expect(summary).not.toMatch(/<(script|img|svg\/)/i);
    expect(summary).toContain('&lt;script');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const tags = new Set([...summary.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    const known = new Set([...summaryIn(sample).matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    const alone = new Set(['article', 'section']);
    expect([...tags].filter((name) => !known.has(name) && !alone.has(name ?? ''))).toEqual([]);
    expect(hostileTexts.length).toBeGreaterThan(0);
  });

  it('names failures beyond the first 500, and no more of them', () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => `big.${index}`);
    const finding = { check: 'body', holds: false, message: 'It is not so.', expected: 1, found: 2 };
    const events = [
      ...ids.map((id) => plannedEvent(id)),
      ...ids.map((id) => finishedEvent(id, 'failed', { findings: [finding] })),
    ];
    const summary = summaryIn(pageOf([assess(journalOf([...events, endedEvent()]))]));
    expect(summary.split('<article').length - 1).toBe(500);
    for (const id of ids) expect(summary).toContain(`>${id}<`);
  });

  it('stays small enough to be opened when a whole suite has failed', () => {
    const text = 'x'.repeat(256 * 1024);
    const body = { kind: 'text', text, bytes: text.length } as const;
    const { request } = exchangeRecord();
    const exchange = exchangeRecord({
      request: { ...request, body },
      response: { status: 500, headers: [['x-long', text]], body },
    });
    const finding = { check: 'body', holds: false, message: text, expected: text, found: `${text}y` };
    const ids = Array.from({ length: 120 }, (_, index) => `big.${index}`);
    const html = pageOf([
      assess(
        journalOf([
          ...ids.map((id) => plannedEvent(id)),
          ...ids.flatMap((id) => [
            exchangeEvent(id, { exchange }),
            finishedEvent(id, 'failed', { findings: [finding] }),
          ]),
          endedEvent(),
        ]),
      ),
    ]);
    // A quarter of what their texts alone would take.
    expect(html.length).toBeLessThan(8 * 1024 * 1024);
  });

  it('names what the baseline has and the run does not, where nothing else would', () => {
    const baseline = baselineFrom({ 'naming.kept': 'passed', 'naming.old': 'passed' });
    const run = runOf({ 'naming.kept': 'passed' });
    const words = wordsOf(pageOf([assess(run, accepting({ baseline }))]));
    expect(words).toMatch(/No longer planned\s+1[\s\S]*naming\.old\s+✓\s*passed\s+\S+\s*not planned/);
    expect(wordsOf(pageOf([assess(run)]))).not.toContain('No longer planned');
  });

  it('says that the run was cut off', () => {
    const journal: Journal = journalOf([plannedEvent('left')]);
    expect(wordsOf(pageOf([assess(journal)]))).toContain('not known: the journal breaks off');
  });

  it('puts several runs under one heading', () => {
    const words = wordsOf(several);
    expect(words).toContain('0 of 3 gates hold');
    const { runs } = dataIn(several)['data'] as ReportData;
    expect(runs.map(({ name }) => name)).toEqual(['staging-westeurope', 'staging', 'staging-westeurope (2)']);
  });
});

describe('the colours', () => {
  it.each(Object.entries(palette))('have a contrast of 4.5 or more (%s)', (_, colours) => {
    const papers = [colours.paper, colours.panel, colours.badwash, colours.goodwash, colours.warnwash];
    const inks = [
      colours.ink,
      colours.muted,
      colours.link,
      colours.good,
      colours.bad,
      colours.warn,
      colours.doubt,
      colours.fault,
      colours.note,
    ];
    const weak = papers.flatMap((paper) =>
      inks.filter((ink) => contrast(ink, paper) < 4.5).map((ink) => `${ink} on ${paper}`),
    );
    expect(weak).toEqual([]);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
