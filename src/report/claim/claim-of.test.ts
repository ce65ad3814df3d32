import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JournalEvent, type Level, type RunEvent, type Verdict, verdicts } from '../../journal/index.js';
import { journalOf, requirement } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { type Happened, journalWith } from '../compare/testing/sample-runs.js';
import { badgeOf } from './badge-of.js';
import { claimOf } from './claim-of.js';
import { type ClaimedProfile, ClaimSchema } from './claim-schema.js';

const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(ClaimSchema);

const catalogue = [
  requirement('NAME-01'),
  requirement('NAME-02', { level: 'SHOULD' }),
  requirement('NAME-03', { level: 'OBSERVE' }),
];

/** A case that verifies one requirement of the catalogue. */
const about = (id: string, verdict: Verdict, why?: string): Happened => ({
  verdict,
  ...(why === undefined ? {} : { why }),
  plan: { requirements: [id], level: catalogue.find((one) => one.id === id)?.level as Level },
});

type Of = NonNullable<Parameters<typeof journalWith>[1]>;

function claimed(happened: Readonly<Record<string, Happened>>, { run, ...of }: Of = {}) {
  return claimOf(journalWith(happened, { run: { requirements: catalogue, ...run }, ...of }));
}

function core(happened: Readonly<Record<string, Happened>>, of: Of = {}): ClaimedProfile {
  const [profile] = claimed(happened, of).profiles;
  if (profile === undefined) throw new Error('no profile');
  return profile;
}

const good = { a: about('NAME-01', 'passed'), b: about('NAME-02', 'passed'), c: about('NAME-03', 'observed') };

describe('a claim', () => {
  it('is conformant when every MUST and SHOULD is proved', () => {
    expect(core(good)).toEqual({
      profile: 'core',
      result: 'conformant',
      summary: '1 of 1 MUST and 1 of 1 SHOULD requirements proved.',
      statistics: {
        must: { proved: 1, violated: 0, open: 0 },
        should: { proved: 1, 'not-met': 0, open: 0 },
        observe: { observed: 1, open: 0 },
      },
      proved: ['NAME-01', 'NAME-02'],
      observed: ['NAME-03'],
    });
  });

  it('has failed when a MUST is violated, whatever else is not known', () => {
    const profile = core({ ...good, a2: about('NAME-01', 'failed', 'The status is 403.') }, { end: 'cut' });
    expect(profile).toMatchObject({
      result: 'failed',
      failed: [{ id: 'NAME-01', level: 'MUST', because: ['The status is 403.'] }],
    });
  });

  it.each<[string, Readonly<Record<string, Happened>>, Partial<ClaimedProfile>]>([
    [
      'a SHOULD is not met',
      { ...good, b: about('NAME-02', 'warned', 'The header is absent.') },
      { 'not-met': [{ id: 'NAME-02', level: 'SHOULD', because: ['The header is absent.'] }] },
    ],
    [
      'a SHOULD was skipped',
      { ...good, b: about('NAME-02', 'skipped', 'the target has no such model') },
      { 'not-exercised': [{ id: 'NAME-02', level: 'SHOULD', because: ['the target has no such model'] }] },
    ],
    [
      'nothing verifies a MUST',
      { b: about('NAME-02', 'passed'), c: about('NAME-03', 'observed') },
      { 'not-exercised': [{ id: 'NAME-01', level: 'MUST', because: ['no instance of the run verifies it'] }] },
    ],
    [
      'an answer stayed open',
      { ...good, a: about('NAME-01', 'inconclusive', 'the quota stayed saturated') },
      { 'not-exercised': [{ id: 'NAME-01', level: 'MUST', because: ['the quota stayed saturated'] }] },
    ],
  ])('is partial when %s, and says so', (_name, happened, part) => {
    expect(core(happened)).toMatchObject({ result: 'partial', ...part });
  });

  it('is untested when nothing is proved', () => {
    expect(core({ a: about('NAME-01', 'skipped', 'no model') })).toMatchObject({ result: 'untested' });
    expect(claimed({}).result).toBe('untested');
  });

  it('of requirements that are only observed is untested: there is nothing to conform to', () => {
    const requirements = [requirement('NAME-03', { level: 'OBSERVE' })];
    expect(core({ c: about('NAME-03', 'observed') }, { run: { requirements } })).toMatchObject({ result: 'untested' });
  });

  it('says of what is proved where it was not tried', () => {
    const skipped = about('NAME-01', 'skipped', 'the target has no such feature');
    expect(core({ ...good, a2: skipped })).toMatchObject({
      result: 'conformant',
      'skipped-in-part': [{ id: 'NAME-01', skipped: 1, of: 2, because: ['the target has no such feature'] }],
    });
  });

  const problem: JournalEvent = { event: 'problem', problem: { code: 'target.unreachable', message: 'no answer' } };
  const simulated: Partial<RunEvent> = {
    target: { name: 'mock', source: 'mock', workspaces: {}, models: {}, identities: [], features: ['simulated'] },
  };
  it.each<[string, Of]>([
    ['breaks off', { end: 'cut' }],
    ['was interrupted', { end: 'interrupted' }],
    ['could not test all of the target', { extra: [problem] }],
    ['left instances out', { run: { unselected: ['naming.other'] } }],
    ['is a shard', { run: { shard: { index: 1, count: 2 } } }],
    ['runs only some again', { run: { rerun: { of: 9 } } }],
    ['is of a simulated account', { run: simulated }],
  ])('can never be conformant when the run %s', (_name, of) => {
    const claim = claimed(good, of);
    expect(claim).toMatchObject({ result: 'partial', doubts: [expect.any(String)] });
    expect(claim.profiles[0]).toMatchObject({ result: 'partial' });
  });

  it('can never be conformant when anything ended in an error', () => {
    const claim = claimed({ ...good, x: about('NAME-03', 'error', 'connection reset') });
    expect(claim).toMatchObject({
      result: 'partial',
      doubts: [expect.stringContaining('1 instance ended in an error')],
    });
  });

  it('is never conformant without being whole, and keeps to its published schema', () => {
    const end = fc.constantFrom('whole' as const, 'cut' as const, 'interrupted' as const);
    const happened = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.tuple(fc.constantFrom('NAME-01', 'NAME-02', 'NAME-03'), fc.constantFrom<Verdict>(...verdicts)),
    );
    fc.assert(
      fc.property(happened, end, (instances, howItEnds) => {
        const made = Object.fromEntries(
          Object.entries(instances).map(([id, [name, verdict]]) => [id, about(name, verdict, 'why')]),
        );
        const claim = claimed(made, { end: howItEnds });
        expect(isValid(claim), JSON.stringify(isValid.errors)).toBe(true);
        const said = Object.values(instances).map(([, verdict]) => verdict);
        const spoilt =
          howItEnds !== 'whole' || said.includes('error') || said.includes('failed') || said.includes('warned');
        if (spoilt) expect(claim.result).not.toBe('conformant');
      }),
    );
  });

  it('keeps to its schema for a run with something of everything', () => {
    expect(isValid(claimOf(journalOf(sampleEvents, sampleRun))), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...claimed(good), result: 'fine' })).toBe(false);
  });
});

describe('a badge', () => {
  const partial = { ...good, b: about('NAME-02', 'skipped') };
  const failed = { ...good, a: about('NAME-01', 'failed') };
  it.each<[string, Readonly<Record<string, Happened>>, string, string, boolean]>([
    ['of a conformant gateway', good, 'conformant', 'brightgreen', false],
    ['of one that is partly proved says how much', partial, 'partial, 1 of 2', 'yellow', false],
    ['of one that failed cannot be painted over', failed, 'failed, 1 MUST violated', 'red', true],
    ['of what was not tested', {}, 'untested', 'lightgrey', false],
  ])('%s', (_name, happened, message, color, isError) => {
    const label = 'gateway conformance';
    expect(badgeOf(claimed(happened))).toEqual({ schemaVersion: 1, label, message, color, isError });
  });

  it('may be of one profile', () => {
    const claim = claimed(partial);
    expect(badgeOf(claim, claim.profiles[0])).toMatchObject({
      label: 'gateway conformance: core',
      message: 'partial, 1 of 2',
    });
  });
});
