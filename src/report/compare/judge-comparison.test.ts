import { describe, expect, it } from 'vitest';
import { type ChangeClass, worseByDefault } from './change-classes.js';
import { compareRuns } from './compare-runs.js';
import type { Comparison } from './comparison.js';
import { judgeComparison } from './judge-comparison.js';
import { after, before, type Happened, runWith } from './testing/sample-runs.js';

type Instances = Readonly<Record<string, Happened>>;

const passes: Happened = { verdict: 'passed' };
const fails: Happened = { verdict: 'failed', why: 'The status is 403.' };

function judged(
  a: Instances,
  b: Instances,
  failOn: readonly ChangeClass[] = worseByDefault,
  of: Comparison['of'] = 'runs',
) {
  const labels = of === 'runs' ? ['before', 'after'] : ['prod', 'canary'];
  return judgeComparison(compareRuns(runWith(labels[0] ?? '', a), runWith(labels[1] ?? '', b), of), failOn);
}

describe('the verdict of a comparison', () => {
  it('is worse with a new failure, and names it', () => {
    expect(judged({ a: passes, b: passes }, { a: fails, b: passes })).toMatchObject({
      exitCode: 1,
      sentence: 'Worse: 1 new failure (a: The status is 403).',
    });
  });

  it('is worse when an answer is lost', () => {
    const skipped: Happened = { verdict: 'skipped', why: 'the target does not have a model' };
    expect(judged({ a: passes, b: passes }, { a: skipped, b: passes })).toMatchObject({
      exitCode: 1,
      headline: 'Worse',
    });
    expect(judged({ a: passes, b: passes }, { a: skipped, b: passes }, ['new-failures']).exitCode).toBe(0);
  });

  it('is no worse otherwise, and says what else changed', () => {
    const [was, is]: Happened[] = [
      { verdict: 'observed', observed: { status: 404 } },
      { verdict: 'observed', observed: { status: 400 } },
    ];
    expect(
      judged({ a: was as Happened, b: fails, c: fails }, { a: is as Happened, b: passes, c: fails }, [
        'new-failures',
        'lost',
      ]),
    ).toMatchObject({
      exitCode: 0,
      sentence:
        'No worse: no new failures, nothing lost, in 3 instances with an answer in both; 1 drifted (a: status 404 → 400), 1 fixed and 1 still failing.',
    });
  });

  it('is different when drift counts', () => {
    const observed = (status: number): Instances => ({ a: { verdict: 'observed', observed: { status } } });
    expect(judged(observed(404), observed(400), ['drift'], 'targets')).toMatchObject({
      exitCode: 1,
      sentence: 'canary is different from prod: 1 observed to differ (a: status 404 → 400).',
    });
  });

  it('may count any difference, better ones as well', () => {
    expect(judged({ a: fails }, { a: passes }, ['any'])).toMatchObject({ exitCode: 1, headline: 'Different' });
    expect(judged({ a: fails }, { a: fails }, ['any'])).toMatchObject({ exitCode: 0 });
  });

  it('of two targets is in the words of targets: a failure on both is no difference, and is said', () => {
    const { sentence, notes } = judged({ a: passes, b: fails }, { a: fails, b: fails }, worseByDefault, 'targets');
    expect(sentence).toBe('canary is worse than prod: 1 fails on canary only (a: The status is 403).');
    expect(notes).toEqual(['Besides: 1 fails on both alike.']);
  });

  it('proves too little when nothing has an answer in both', () => {
    expect(judged({ a: passes }, { b: passes })).toMatchObject({ exitCode: 4, headline: 'Nothing is compared' });
    expect(judged({}, {})).toMatchObject({ exitCode: 4 });
  });

  it.each(['cut', 'interrupted'] as const)('cannot be no worse when the candidate is %s', (end) => {
    const verdict = judgeComparison(
      compareRuns(runWith('before', { a: passes }), runWith('after', { a: passes }, { end })),
      [],
    );
    expect(verdict).toMatchObject({ exitCode: 1, headline: 'No verdict', doubts: [expect.stringContaining('after')] });
  });

  it.each(['cut', 'interrupted'] as const)('is doubtful when the reference is %s', (end) => {
    const verdict = judgeComparison(
      compareRuns(runWith('before', { a: passes }, { end }), runWith('after', { a: passes })),
      [],
    );
    expect(verdict).toMatchObject({ exitCode: 0, doubts: [expect.stringContaining('before')] });
  });

  it('says what is missing of a run that was shared among shards', () => {
    const whole = runWith('before', { a: passes });
    const gap = { code: 'merge.missing-shard', message: 'shard 2 of 2 is missing' } as const;
    const gaps = runWith('after', { a: passes }, { extra: [{ event: 'problem', problem: gap }] });
    expect(judgeComparison(compareRuns(whole, gaps), [])).toMatchObject({
      exitCode: 1,
      headline: 'No verdict',
      doubts: ['Shards are missing in after: what it has not run has no answer here.'],
    });
    const shard = runWith('after', { a: passes }, { run: { shard: { index: 1, count: 2 } } });
    expect(judgeComparison(compareRuns(whole, shard), [])).toMatchObject({
      exitCode: 0,
      doubts: ['This is not the whole of after, but shard 1 of 2.'],
    });
  });

  it('says what kept a target from being tested', () => {
    const problem = { code: 'target.unreachable', message: 'nothing answers.' } as const;
    const broken = runWith('after', { a: passes }, { extra: [{ event: 'problem', problem }] });
    expect(judgeComparison(compareRuns(runWith('before', { a: passes }), broken), []).doubts).toEqual([
      'Not all of after could be tested: nothing answers.',
    ]);
  });

  it('says in what the runs differ', () => {
    const { notes } = judgeComparison(compareRuns(before, after), worseByDefault);
    expect(notes.slice(1)).toEqual([
      'The suites differ: gate and full.',
      'The specs differ (c0ffee00c0ff and deadbeefdead): a change may be one of what is asked for.',
      '3 instances are as good in one as in the other and 1 has no answer in either.',
    ]);
  });
});
