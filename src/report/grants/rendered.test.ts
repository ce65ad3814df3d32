import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sampleMatrix } from '../../journal/testing/sample-matrix.js';
import { assess } from '../assessment.js';
import { renderConsole } from '../console/index.js';
import { pageOf } from '../html/testing/page.js';
import { renderSummary } from '../summary/index.js';

/** The section of the matrix, a line for each tag that opens. */
function sectionOf(html: string): string {
  const [section = ''] = /<section id="grants"[\s\S]*?(?=<h2 id="failures")/.exec(html) ?? [];
  return section.replace(/(?<=.)<(?!\/|strong|code>|span class="mark)/g, '\n<');
}

describe('the matrix', () => {
  it('stands in the closing words', async () => {
    await expect(renderConsole(assess(sampleMatrix), { colour: false })).toMatchFileSnapshot('golden/console.txt');
  });

  it('says the same with colours', () => {
    expect(stripVTControlCharacters(renderConsole(assess(sampleMatrix), { colour: true }))).toBe(
      renderConsole(assess(sampleMatrix), { colour: false }),
    );
  });

  it('stands in the summary of a job', async () => {
    await expect(renderSummary(assess(sampleMatrix))).toMatchFileSnapshot('golden/summary.md');
  });

  it('stands on the page, each cell in words as well as in colour', async () => {
    await expect(sectionOf(pageOf([assess(sampleMatrix)]))).toMatchFileSnapshot('golden/section.html');
  });
});
