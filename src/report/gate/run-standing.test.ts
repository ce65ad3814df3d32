import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Acceptance, baselineOf, type FailOn, failOnNames } from '../../acceptance/index.js';
import { verdicts } from '../../journal/index.js';
import { assess } from '../assessment.js';
import { accepting, baselineFrom, known, runOf } from '../testing/accepted.js';

type Outcomes = Parameters<typeof runOf>[0];

const judged = (outcomes: Outcomes, acceptance: Partial<Acceptance>, run: Parameters<typeof runOf>[1] = {}) => {
  const { gate, standings } = assess(runOf(outcomes, run), accepting(acceptance));
  const kinds = Object.fromEntries([...standings].map(([id, { kind }]) => [id, kind]));
  return { exit: gate.exitCode, sentence: gate.sentence, remarks: gate.remarks, kinds };
};
const held = 'The gate holds: 1 of 1 instance that could be judged passed; 1 of 1 MUST requirements proved.';

describe('a run beside its baseline', () => {
  const baseline = baselineFrom({
    'naming.a': 'passed',
    'naming.b[api=chat]': { verdict: 'passed', requirement: 'NAME-02' },
    'naming.c': { verdict: 'failed', requirement: 'NAME-03' },
    'naming.d': { verdict: 'skipped', requirement: 'NAME-04' },
    'naming.e': { verdict: 'observed', requirement: 'NAME-05', observed: { status: 400, shape: ['/error: string'] } },
    'naming.f': { verdict: 'passed', requirement: 'NAME-06' },
  });
  const same: Outcomes = {
    'naming.a': 'passed',
    'naming.b[api=chat]': { verdict: 'passed', requirement: 'NAME-02' },
    'naming.c': { verdict: 'failed', requirement: 'NAME-03' },
    'naming.d': { verdict: 'skipped', requirement: 'NAME-04' },
    'naming.e': { verdict: 'observed', requirement: 'NAME-05', observed: { shape: ['/error: string'], status: 400 } },
    'naming.f': { verdict: 'passed', requirement: 'NAME-06' },
  };
  const { 'naming.f': _, ...withoutLast } = same;
  const cases: readonly (readonly [string, Outcomes, Parameters<typeof runOf>[1]?])[] = [
    ['all is as it was', same],
    ['something fails that did not', { ...same, 'naming.b[api=chat]': { verdict: 'failed', requirement: 'NAME-02' } }],
    ['something fails that was not tried', { ...same, 'naming.d': { verdict: 'failed', requirement: 'NAME-04' } }],
    ['something new fails', { ...same, 'naming.g': { verdict: 'failed', requirement: 'NAME-07' } }],
    ['something new passes', { ...same, 'naming.g': { verdict: 'passed', requirement: 'NAME-07' } }],
    ['a requirement is skipped', { ...same, 'naming.f': { verdict: 'skipped', requirement: 'NAME-06' } }],
    ['an instance is inconclusive, and its requirement is', { ...same, 'naming.a': 'inconclusive' }],
    [
      'another instance proves the same',
      {
        ...same,
        'naming.f': { verdict: 'skipped', requirement: 'NAME-06' },
        'naming.g': { verdict: 'passed', requirement: 'NAME-06' },
      },
    ],
    ['a SHOULD is met no longer', { ...same, 'naming.f': { verdict: 'warned', requirement: 'NAME-06' } }],
    ['an instance is gone', withoutLast],
    ['an instance is gone with the specs', withoutLast, { specsDigest: 'changed' }],
    ['an instance was not selected', withoutLast, { unselected: ['naming.f'] }],
    ['a shard has a part', withoutLast, { shard: { index: 1, count: 2 } }],
    [
      'a behaviour is another',
      { ...same, 'naming.e': { verdict: 'observed', requirement: 'NAME-05', observed: { status: 404, shape: [] } } },
    ],
    ['a behaviour is not observed', { ...same, 'naming.e': { verdict: 'skipped', requirement: 'NAME-05' } }],
    ['a failure is gone', { ...same, 'naming.c': { verdict: 'passed', requirement: 'NAME-03' } }],
    ['an accepted failure is not tried', { ...same, 'naming.c': { verdict: 'skipped', requirement: 'NAME-03' } }],
    ['an error comes up', { ...same, 'naming.a': 'error' }],
    ['the target is another', same, { target: { ...runOf({}).run.target, name: 'production' } }],
    [
      'much is worse at once',
      {
        'naming.a': 'failed',
        'naming.c': { verdict: 'failed', requirement: 'NAME-03' },
        'naming.e': { verdict: 'observed', requirement: 'NAME-05', observed: { status: 404 } },
        'naming.f': { verdict: 'passed', requirement: 'NAME-06' },
      },
    ],
  ];

  it('is judged in a sentence', async () => {
    const told = cases.map(([name, outcomes, run]) => {
      const { exit, sentence, remarks, kinds } = judged(outcomes, { baseline }, run);
      const lines = [
        `# ${name}: exit ${exit}`,
        sentence,
        ...remarks,
        ...Object.entries(kinds).map((pair) => `  ${pair.join(': ')}`),
      ];
      return `${lines.join('\n')}\n`;
    });
    await expect(told.join('\n')).toMatchFileSnapshot('golden/baseline-sentences.txt');
  });

  it('fails the gate only for what the user names', async () => {
    const failing = (failOn: readonly FailOn[]) =>
      cases.filter(([, outcomes, run]) => judged(outcomes, { baseline, failOn }, run).exit === 1).map(([name]) => name);
    // An error is no finding: nobody can let it pass.
    expect(failing([])).toEqual(['an error comes up']);
    const told = failOnNames.map((failOn) => [`# ${failOn}`, ...failing([failOn]), ''].join('\n'));
    await expect(told.join('\n')).toMatchFileSnapshot('golden/fail-on.txt');
  });
});

describe('known failures', () => {
  const outcomes: Outcomes = {
    'naming.a': 'passed',
    'naming.b[api=chat]': { verdict: 'failed', requirement: 'NAME-02' },
    'naming.b[api=gemini]': { verdict: 'failed', requirement: 'NAME-02' },
    'naming.c': { verdict: 'skipped', requirement: 'NAME-03' },
    'naming.d': { verdict: 'warned', requirement: 'NAME-04' },
  };
  const place = (line: number) => ({ place: { file: 'known-failures.yaml', line, column: 15 } });
  const cases: readonly (readonly [string, Acceptance['knownFailures'], Parameters<typeof runOf>[1]?])[] = [
    ['all are known', [known('naming.b[*')]],
    ['one is known', [known('naming.b[api=chat]')]],
    ['none is', []],
    ['one holds', [known('naming.b[*'), known('naming.a', place(4))]],
    ['some of one hold', [known('naming.*')]],
    ['one was not tried', [known('naming.b[*'), known('naming.c', place(4))]],
    ['one is of a SHOULD', [known('naming.b[*'), known('naming.d', place(4))]],
    ['one matches nothing', [known('naming.b[*'), known('naming.bb', place(4))]],
    ['one was not selected', [known('naming.b[*'), known('naming.x', place(4))], { unselected: ['naming.x'] }],
    ['one counts for the last time', [known('naming.b[*', { expires: '2026-11-20' })]],
    ['one expired the day before', [known('naming.b[*', { expires: '2026-11-19' })]],
    ['one expired that was not tried', [known('naming.b[*'), known('naming.c', { expires: '2026-11-19' })]],
    ['one expired that holds', [known('naming.b[*'), known('naming.a', { expires: '2026-11-19' })]],
    ['the suite promises what is known to fail', [known('naming.b[*')], { proves: ['NAME-02'] }],
    ['the suite promises what fails in part as known', [known('naming.b[api=chat]')], { proves: ['NAME-02'] }],
  ];

  it('are judged in a sentence', async () => {
    const told = cases.map(([name, knownFailures = [], run]) => {
      const { exit, sentence, remarks, kinds } = judged(outcomes, { knownFailures }, run);
      const lines = [
        `# ${name}: exit ${exit}`,
        sentence,
        ...remarks,
        ...Object.entries(kinds).map((pair) => `  ${pair.join(': ')}`),
      ];
      return `${lines.join('\n')}\n`;
    });
    await expect(told.join('\n')).toMatchFileSnapshot('golden/known-failures-sentences.txt');
  });

  it('count beside a baseline, whether that has them or not', () => {
    const baseline = baselineFrom({ 'naming.a': 'passed' });
    const acceptance = { baseline, knownFailures: [known('naming.b')] };
    const { exit, kinds } = judged({ 'naming.a': 'passed', 'naming.b': 'failed' }, acceptance);
    expect([exit, kinds]).toEqual([0, { 'naming.b': 'known-failure' }]);
  });
});

describe('without anything accepted', () => {
  it('no instance has a standing', () => {
    const { standings, gate } = assess(runOf({ a: 'failed', b: 'passed' }));
    expect([standings.size, gate.sentence]).toEqual([
      0,
      'The gate fails: 1 MUST requirement is violated (NAME-01) in 1 instance.',
    ]);
    expect(assess(runOf({ b: 'passed' })).gate.sentence).toBe(held);
  });

  it.each<[FailOn, Outcomes, string]>([
    [
      'warnings',
      { a: 'passed', b: { verdict: 'warned', requirement: 'NAME-02' } },
      'a SHOULD is not met in 1 instance (NAME-02)',
    ],
    ['inconclusive', { a: 'passed', b: 'inconclusive' }, '1 instance stayed without an answer (b)'],
  ])('the gate can fail on %s', (failOn, outcomes, words) => {
    expect(assess(runOf(outcomes)).gate.exitCode).toBe(0);
    expect(judged(outcomes, { failOn: [failOn] })).toMatchObject({ exit: 1, sentence: `The gate fails: ${words}.` });
  });
});

describe('any run', () => {
  const ids = ['naming.a', 'naming.b[api=chat]', 'naming.b[api=gemini]', 'chat.c', 'chat.d'];
  const outcome = fc.record({
    verdict: fc.constantFrom(...verdicts),
    requirement: fc.constantFrom('NAME-01', 'NAME-02', 'NAME-03'),
    observed: fc.constantFrom({ status: 400 }, { status: 404 }),
  });
  const outcomes = fc.dictionary(fc.constantFrom(...ids), outcome, { noNullPrototype: true });
  const promises = fc.subarray(['NAME-01', 'NAME-02']);

  it('holds against itself exactly when it holds with its failures accepted one by one', () => {
    fc.assert(
      fc.property(outcomes, promises, (given, proves) => {
        const journal = runOf(given, { proves });
        const baseline = baselineOf(journal, 'journal.ndjson');
        if (!baseline.ok) throw new Error(baseline.problems[0]?.message);
        const knownFailures = journal.instances
          .filter(({ verdict }) => verdict === 'failed')
          .map(({ id }) => known(id));
        const [itself, oneByOne] = [{ baseline: baseline.value }, { knownFailures }].map(
          (acceptance) => assess(journal, accepting(acceptance)).gate,
        );
        expect(itself?.exitCode).toBe(oneByOne?.exitCode);
        expect(itself?.requirements).toEqual(assess(journal).gate.requirements);
      }),
    );
  });

  it('that proves something and leaves no doubt holds against itself', () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        const sure = Object.fromEntries(Object.entries(given).filter(([, { verdict }]) => verdict !== 'error'));
        const journal = runOf({ ...sure, 'naming.sure': 'passed' });
        const baseline = baselineOf(journal, 'journal.ndjson');
        expect(baseline.ok && assess(journal, accepting({ baseline: baseline.value })).gate.exitCode).toBe(0);
      }),
    );
  });

  it('is judged alike in whatever order its instances stand', () => {
    fc.assert(
      fc.property(outcomes, outcomes, fc.infiniteStream(fc.nat()), (was, is, numbers) => {
        const acceptance = accepting({ baseline: baselineFrom(was), knownFailures: [known('chat.*')] });
        const turned = Object.entries(is)
          .map((entry) => [numbers.next().value, entry] as const)
          .sort(([one], [other]) => one - other)
          .map(([, entry]) => entry);
        const [first, second] = [is, Object.fromEntries(turned)].map((each) => assess(runOf(each), acceptance));
        expect(second?.gate.exitCode).toBe(first?.gate.exitCode);
        expect(second?.gate.sentence).toBe(first?.gate.sentence);
        expect(second?.gate.standings).toEqual(first?.gate.standings);
        expect(new Map([...(second?.standings ?? [])].sort())).toEqual(new Map([...(first?.standings ?? [])].sort()));
      }),
    );
  });
});
