import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../journal/testing/hostile-journal.js';
import { wordsOfHtml } from '../testing/words-of-html.js';
import { worseByDefault } from './change-classes.js';
import { compareRuns } from './compare-runs.js';
import type { Comparison } from './comparison.js';
import { judgeComparison } from './judge-comparison.js';
import { renderComparison } from './render-comparison.js';
import { renderComparisonConsole } from './render-console.js';
import { after, before, type Happened, runWith } from './testing/sample-runs.js';

function rendered(comparison: Comparison): Readonly<Record<string, string>> {
  const verdict = judgeComparison(comparison, worseByDefault);
  return {
    console: renderComparisonConsole(comparison, verdict, { colour: false }),
    ...Object.fromEntries(
      Array.from(renderComparison(comparison, verdict), (file) => [file.name, [...file.chunks].join('')]),
    ),
  };
}

const runs = rendered(compareRuns(before, after));
const cut = runWith('prod', { 'naming.fqn': { verdict: 'passed' } }, { end: 'cut' });
const failing = runWith('canary', { 'naming.fqn': { verdict: 'failed', why: 'The status is 500.' } });
const targets = rendered(compareRuns(cut, failing, 'targets'));

describe('a comparison', () => {
  it.each([
    ['runs', runs],
    ['targets', targets],
  ])('is told on the console, in Markdown and as a page: %s', async (name, files) => {
    await expect(files['console']).toMatchFileSnapshot(`golden/${name}.txt`);
    await expect(files['compare.md']).toMatchFileSnapshot(`golden/${name}.md`);
    await expect(wordsOfHtml(files['compare.html'] ?? '')).toMatchFileSnapshot(`golden/${name}.page.txt`);
  });

  it('is there for tools as well, with its verdict', () => {
    const document = JSON.parse(runs['compare.json'] ?? '') as Comparison & { exitCode: number };
    expect(document.exitCode).toBe(1);
    expect(document.changes).toHaveLength(12);
  });

  it('is a page that needs nothing and may load nothing', () => {
    expect(runs['compare.html']).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
    // A browser leaves out in silence what it can't read of a style, with the rule that follows.
    expect(runs['compare.html']).not.toMatch(/^[<=>]{7}/m);
    expect(runs['compare.html']).toMatch(/^\.bad,[^{}]*\{color:var\(--bad\)\}$/m);
    expect(runs['compare.html']).not.toMatch(/<(script|link|img|iframe|object|embed|form)[\s>]/i);
  });

  it('names a reason once for all that it is the reason of, and is short however much there is', () => {
    const many = (verdict: Happened['verdict']) =>
      runWith('run', Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`case-${index}`, { verdict }])));
    const files = rendered(compareRuns(many('passed'), many('failed')));
    expect(files['console']).toContain('5000 instances: The status is 500. (status)');
    expect(files['console']?.split('\n').length).toBeLessThan(25);
    expect(files['compare.md']?.length).toBeLessThan(5_000);
    expect(files['compare.html']).toContain('<summary>5000 instances: The status is 500. (status)</summary>');
  });

  it('stays small enough for a comment when every reason is its own', () => {
    const one = (letter: string) =>
      Object.fromEntries(
        Array.from({ length: 500 }, (_, index): [string, Happened] => [
          `${letter.repeat(300)}-${index}`,
          { verdict: 'failed', why: `${letter.repeat(index + 1)} ${'long '.repeat(200)}` },
        ]),
      );
    const files = rendered(compareRuns(runWith('a', one('x')), runWith('b', one('y'))));
    expect(files['compare.md']?.length).toBeLessThan(65_536);
  });

  it('lets nothing from a gateway act where it is shown', () => {
    const happened = (why: string): Happened => ({ verdict: 'failed', why });
    const hostile = Object.fromEntries(hostileTexts.map((text, index) => [`case-${index}`, happened(text)]));
    const files = rendered(compareRuns(runWith('a', {}), runWith('b', hostile)));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
    const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    for (const name of ['console', 'compare.md', 'compare.html']) expect(files[name], name).not.toMatch(acting);
    expect(files['compare.html']).not.toMatch(/<(script|img|svg|iframe)/i);
    expect(files['compare.md']).not.toMatch(/<(script|img|svg|iframe)|\]\(http|@everyone/i);
  });
});
