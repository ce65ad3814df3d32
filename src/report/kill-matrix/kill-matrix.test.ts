import { describe, expect, it } from 'vitest';
import type { VariantRecord } from './kill-matrix.js';
import { proofOf } from './proof.js';
import { renderKillMatrixConsole } from './render-console.js';
import { renderKillMatrixHtml } from './render-html.js';
import { living, proved, variant, notProved as wrong } from './testing/sample-kill-matrix.js';

const golden = (name: string) => `golden/${name}`;

describe('a proof', () => {
  it('holds when every fault is caught, nothing legal is flagged and every promise has a fault', () => {
    expect(proofOf(proved)).toMatchObject({ holds: true, unproved: [] });
  });

  it.each([
    ['a fault lives', { faults: [living] }],
    ['a gateway could not be tried', { variants: [{ ...variant, broken: 'it ended' }] }],
    ['a legal variant is flagged', { variants: [wrong.variants[1] as VariantRecord] }],
    ['a requirement has no fault', { requirements: wrong.requirements }],
  ])('does not hold when %s', (_, change) => {
    expect(proofOf({ ...proved, ...change }).holds).toBe(false);
  });

  it('holds beside cases that never caught a fault, which are told', () => {
    const proof = proofOf({ ...proved, idleCases: wrong.idleCases });
    expect(proof).toMatchObject({ holds: true, idleCases: wrong.idleCases });
  });

  it('of a part says nothing of requirements and cases without a fault', () => {
    expect(
      proofOf({ ...proved, requirements: wrong.requirements, idleCases: wrong.idleCases, partial: true }),
    ).toMatchObject({
      holds: true,
      unproved: [],
      idleCases: [],
    });
  });
});

describe('the kill matrix', () => {
  it('is told in a terminal', async () => {
    await expect(renderKillMatrixConsole(wrong, { colour: false })).toMatchFileSnapshot(golden('not-proved.txt'));
    await expect(renderKillMatrixConsole(proved, { colour: false })).toMatchFileSnapshot(golden('proved.txt'));
  });

  it('is a page', async () => {
    await expect(renderKillMatrixHtml(wrong)).toMatchFileSnapshot(golden('not-proved.html'));
  });

  it('runs nothing that a gateway said', () => {
    const page = renderKillMatrixHtml(wrong);
    expect(page).toContain('&lt;b>internal');
    expect(page).not.toContain('<script');
    expect(page + renderKillMatrixConsole(wrong, { colour: false })).not.toContain('\u001b');
  });

  it('leads to the report of a gateway in the wild', () => {
    expect(renderKillMatrixHtml(proved)).toContain('https://github.com/earendil-works/pi/pull/7441');
  });
});
