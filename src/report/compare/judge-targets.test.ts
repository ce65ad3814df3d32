import { describe, expect, it } from 'vitest';
import { baselineOf, defaultFailOn } from '../../acceptance/index.js';
import { assess } from '../assessment.js';
import { worseByDefault } from './change-classes.js';
import { compareRuns } from './compare-runs.js';
import { comparedRunOf } from './compared-run.js';
import { judgeComparison } from './judge-comparison.js';
import { judgeTargets } from './judge-targets.js';
import { type Happened, journalWith } from './testing/sample-runs.js';

type Side = readonly [Readonly<Record<string, Happened>>, Parameters<typeof journalWith>[1]?];

function judged(prod: Side, canary: Side) {
  const [reference, candidate] = [journalWith(...prod), journalWith(...canary)];
  const comparison = compareRuns(comparedRunOf(reference, 'prod'), comparedRunOf(candidate, 'canary'), 'targets');
  const baseline = baselineOf(reference, 'prod');
  const held = assess(candidate, { ...(baseline.ok ? { baseline: baseline.value } : {}), failOn: defaultFailOn }).gate;
  const gates = { reference: assess(reference).gate, candidate: assess(candidate).gate, held };
  return judgeTargets(comparison, judgeComparison(comparison, worseByDefault), gates);
}

const passes: Happened = { verdict: 'passed' };
const fails: Happened = { verdict: 'failed', why: 'The status is 403.' };
const problem = { event: 'problem', problem: { code: 'target.unreachable', message: 'nothing answers.' } } as const;
const proves = { proves: ['NAME-01'] };

describe('a run on two targets', () => {
  it('holds when the target does nothing worse, and says what each is by itself', () => {
    const { exitCode, notes } = judged([{ a: passes, b: fails }], [{ a: passes, b: fails }]);
    expect(exitCode).toBe(0);
    expect(notes.filter((note) => note.includes(' by itself: '))).toEqual([
      expect.stringMatching(/^canary by itself: The gate fails/),
      expect.stringMatching(/^prod by itself: The gate fails/),
    ]);
  });

  it('fails when the target fails where the other does not', () => {
    expect(judged([{ a: passes }], [{ a: fails }])).toMatchObject({
      exitCode: 1,
      headline: 'canary is worse than prod',
    });
    expect(judged([{ a: fails, b: passes }], [{ a: passes, b: passes }])).toMatchObject({ exitCode: 0 });
  });

  it.each<[string, Side, Side]>([
    ['the target', [{ a: passes }], [{ a: { verdict: 'error' } }, { extra: [problem] }]],
    ['the other', [{ a: { verdict: 'error' } }, { extra: [problem] }], [{ a: fails }]],
  ])('ends with 3 when %s could not be tested', (_name, prod, canary) => {
    expect(judged(prod, canary)).toMatchObject({ exitCode: 3, headline: 'Not both targets could be tested' });
  });

  it('ends with 1 when a part could not be tested, and the rest was seen to fail', () => {
    expect(
      judged([{ a: passes, b: passes }], [{ a: fails, b: { verdict: 'error' } }, { extra: [problem] }]),
    ).toMatchObject({ exitCode: 1 });
  });

  it('ends with 4 when the target does not prove what the suite promises, though the other does not either', () => {
    const skips: Happened = { verdict: 'skipped', why: 'no model', plan: { requirements: ['NAME-01'] } };
    const other: Happened = { ...passes, plan: { requirements: ['NAME-02'] } };
    expect(judged([{ a: skips, b: other }, { run: proves }], [{ a: skips, b: other }, { run: proves }])).toMatchObject({
      exitCode: 4,
      sentence: 'Too little is proved (canary): the suite promises to prove NAME-01 (skipped).',
    });
  });

  it('ends with 1 when the target ends in errors, though the other does so too', () => {
    const errs: Happened = { verdict: 'error', why: 'reset' };
    expect(judged([{ a: errs, b: passes }], [{ a: errs, b: passes }])).toMatchObject({ exitCode: 1 });
  });

  it.each<[string, Side, Side]>([
    ['the target', [{ a: passes }], [{ a: fails }, { end: 'interrupted' }]],
    ['the other', [{ a: passes }, { end: 'interrupted' }], [{ a: passes }]],
  ])('ends with 130 when the run of %s was interrupted', (_name, prod, canary) => {
    expect(judged(prod, canary)).toMatchObject({ exitCode: 130, headline: 'The run was interrupted' });
  });
});
