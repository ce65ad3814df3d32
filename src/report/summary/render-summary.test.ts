import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.js';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import {
  endedEvent,
  finishedEvent,
  journalOf,
  plannedEvent,
  requirement,
  runEvent,
} from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { renderSummary } from './index.js';
import { codeBlock, escaped, prose } from './markdown.js';

describe('the job summary', () => {
  it('is written for a reader in a hurry', async () => {
    await expect(renderSummary(assess(journalOf(sampleEvents, sampleRun)))).toMatchFileSnapshot('golden/summary.md');
  });

  it('is brief about what was left over when the run stopped', () => {
    const left = Array.from({ length: 300 }, (_, index) => plannedEvent(`left.${index}`));
    const text = renderSummary(assess(journalOf([...left, endedEvent({ interrupted: true })])));
    expect(text).toContain('## Failures\n\n⊗ 300 instances left over: the run stopped before.');
    expect(text).not.toContain('left.1');
  });

  it('is not given form by hostile text', () => {
    const outside = renderSummary(assess(journalOf(hostileEvents())))
      .replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '')
      .replace(/<\/?(code|details|summary)>/g, '');
    expect(outside).not.toMatch(/[<>`@]/);
    expect(outside.match(/^#+ .*/gm)).toEqual([
      '# ✗ The gate fails',
      '## Who may call what',
      '## Problems',
      '## Failures',
      '## Warned and inconclusive',
      '## Requirements',
    ]);
    const rows = outside.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.split('|').length)).toEqual([9, 9, 9, ...Array(15).fill(16), 10, 10, 10, 7, 7, 7]);
  });

  it('closes every element and every block that it opens', () => {
    const text = renderSummary(assess(journalOf(hostileEvents())));
    const blocks = [...text.matchAll(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm)];
    const outside = blocks.reduce((rest, [block]) => rest.replace(block, ''), text);
    for (const name of ['details', 'summary', 'code']) {
      expect(outside.split(`<${name}>`).length).toBe(outside.split(`</${name}>`).length);
    }
    expect(outside).not.toContain('```');
  });

  it('keeps the verdict and the failures where there is little room', () => {
    const journal = journalOf(sampleEvents, sampleRun);
    const text = renderSummary(assess(journal), 3_600);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3_600);
    expect(text).toMatch(/^# ✗ The gate fails\n/);
    expect(text).toContain('permissions.no-execute');
    expect(text).not.toContain('## Requirements');
    expect(text).toMatch(/\n\d+ parts of this summary had no room: see the HTML report\.\n$/);
  });

  it('stays below a mebibyte, whatever the run', () => {
    const big = '|`<'.repeat(350_000);
    const instances = Array.from({ length: 600 }, (_, index) => `big.${index}[x=${index % 5 === 0 ? big : index}]`);
    const events = instances.flatMap((id): JournalEvent[] => {
      const finding = { check: 'body', holds: false, message: big, expected: big, found: `${big}.` };
      return [plannedEvent(id, { title: big }), finishedEvent(id, 'failed', { findings: Array(5).fill(finding) })];
    });
    const requirements = Array.from({ length: 3_000 }, (_, index) => requirement(`BIG-${index}`, { statement: big }));
    const text = renderSummary(assess(journalOf([...events, endedEvent()], runEvent({ requirements }))));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('of this summary had no room: see the HTML report.');
  });
});

describe('Markdown', () => {
  it('has no meaning in escaped text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text).replace(/&#\d+;/g, '')).not.toMatch(/[&<>\\`*_[\]{}#|~@!$^"\n]|:\/\/|www\./i);
      }),
    );
  });

  it('sets code apart in prose, and nothing else', () => {
    expect(prose('`a|b` is not `c')).toBe('<code>a&#124;b</code> is not &#96;c');
  });

  it('cannot leave a block of code', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '``', '```', '\n', 'x', '~~~')), (parts) => {
        const text = parts.join('');
        const [open, ...lines] = codeBlock(text).split('\n');
        const close = lines.findIndex((line) => new RegExp(`^ {0,3}\`{${open?.length},}\\s*$`).test(line));
        expect(close).toBe(lines.length - 1);
      }),
    );
  });
});
