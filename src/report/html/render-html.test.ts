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
import { renderHtml } from './index.js';
import { palette, style } from './style.js';

const sample = renderHtml(assess(journalOf(sampleEvents, sampleRun)));
const hostile = renderHtml(assess(journalOf(hostileEvents())));
const empty = renderHtml(assess(journalOf([endedEvent()])));
const pages = { sample, hostile, empty };

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => decoded(id ?? ''));
const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');

/** What a reader sees, a line for each block. */
function wordsOf(html: string): string {
  return decoded(
    html
      .replace(/<style>[\s\S]*?<\/style>/, '')
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
  it('tells the run in words, numbers, tables and excerpts', async () => {
    await expect(wordsOf(sample)).toMatchFileSnapshot('golden/page.txt');
  });

  it.each(Object.entries(pages))('needs nothing but itself, and may load nothing else (%s)', (_, html) => {
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(html.match(/<style>([\s\S]*?)<\/style>/)?.[1]).toBe(style);
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|input|video|audio)[\s>]/i);
    expect(html).not.toMatch(/<[a-z][^<>]* (src|style|srcset|on[a-z]+)=/i);
    expect(style).not.toMatch(/url\(|@import/);
  });

  it.each(Object.entries(pages))('has one h1, its landmarks, and ids that are unique (%s)', (_, html) => {
    for (const landmark of ['header', 'main', 'footer', 'nav', 'h1']) expect(html.split(`<${landmark}`).length).toBe(2);
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /\s/.test(id))).toEqual([]);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  it.each(Object.entries(pages))('has no link to a place that is not there (%s)', (_, html) => {
    const ids = new Set(idsOf(html));
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, target]) =>
      decodeURIComponent(decoded(target ?? '')),
    );
    expect(links.filter((target) => !ids.has(target))).toEqual([]);
  });

  it('has an anchor for every instance and every requirement', () => {
    const ids = new Set(idsOf(sample));
    const wanted = [...sampleEvents.flatMap((event) => (event.event === 'planned' ? [event.instance] : []))];
    expect([...wanted, ...sampleRun.requirements.map(({ id }) => id)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('gives every header of a table its scope, and no verdict by colour alone', () => {
    expect(sample.match(/<th(?![^>]* scope=)[\s>]/g)).toBeNull();
    for (const [, word] of sample.matchAll(/<span class="status [^"]*">(.*?)<\/span>(\w+)/g))
      expect(word).toContain('aria-hidden');
  });

  it('shows hostile text as text', () => {
    expect(hostile).not.toMatch(/<(script|img|svg\/)/i);
    expect(hostile).toContain('&lt;script');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const tags = new Set([...hostile.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    const known = new Set([...sample.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    expect([...tags].filter((name) => !known.has(name))).toEqual([]);
    expect(hostileTexts.length).toBeGreaterThan(0);
  });

  it('links to addresses of the web only', () => {
    const [requirement] = sampleRun.requirements;
    if (requirement === undefined) throw new Error('the sample has no requirement');
    const address = 'javascript:alert(1)';
    const run = { ...sampleRun, requirements: [{ ...requirement, source: { kind: 'documented', address } as const }] };
    const html = renderHtml(assess(journalOf(sampleEvents, run)));
    expect(html).toContain(address);
    expect(html).not.toContain('href="javascript');
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
    const ids = Array.from({ length: 400 }, (_, index) => `big.${index}`);
    const html = renderHtml(
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
    );
    expect(html.length).toBeLessThan(20 * 1024 * 1024);
    expect(html).toContain('The exchanges are in the journal');
  });

  it('says that the run was cut off', () => {
    const journal: Journal = journalOf([plannedEvent('left')]);
    const words = wordsOf(renderHtml(assess(journal)));
    expect(words).toContain('not known: the journal breaks off');
    expect(words).toContain(
      'Not run 1\nThe run stopped before these were tried: nothing is known of them.\nleft Title of left',
    );
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
