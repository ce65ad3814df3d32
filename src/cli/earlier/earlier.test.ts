import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEvent, RunEvent, Verdict } from '../../journal/index.js';
import { endedEvent, finishedEvent, plannedEvent, runEvent, textOf } from '../../journal/testing/make-events.js';
import { wholeRun, withJournals } from '../../journal/testing/shards.js';
import type { Instance, Plan } from '../../plan/index.js';
import { smallTarget } from '../../plan/testing/small-target.js';
import { type Result, renderProblems } from '../../problem/index.js';
import type { Library } from '../../spec/index.js';
import { caseOf } from '../../spec/testing/load-cases.js';
import { choose } from '../choose-run.js';
import { temporaryFile } from '../testing/command-line.js';
import { type EarlierRun, objectionTo, openEarlier } from './earlier-run.js';
import { rerunPlan } from './rerun-plan.js';
import { resumePlan } from './resume-plan.js';

const ids = ['naming.a', 'naming.b', 'naming.c', 'naming.d'];
const item = caseOf('call: { api: chat }\nexpect: completion');
const planOf = (names: readonly string[]): Plan => ({
  instances: names.map((id): Instance => ({ id, case: item, bindings: {}, verifies: [] })),
});
const partOf = (names: readonly string[]) => ({ plan: planOf(names), whole: planOf(names), target: smallTarget });
const idsOf = ({ instances }: Plan) => instances.map(({ id }) => id);
const nothingGiven = () => false;

function earlierOf(kind: EarlierRun['kind'], events: readonly JournalEvent[]): EarlierRun {
  const opened = openEarlier({ [kind]: temporaryFile('journal.ndjson', textOf(events)) }, nothingGiven);
  if (!opened.ok || opened.value === undefined) throw new Error(opened.ok ? 'none' : renderProblems(opened.problems));
  return { ...opened.value, survey: { ...opened.value.survey } };
}

const codeOf = (result: Result<unknown>) => (result.ok ? undefined : result.problems[0]?.code);
const messageOf = (result: Result<unknown>) => (result.ok ? undefined : result.problems[0]?.message);

/** The run of `ids` with these verdicts; undefined for what has no result. */
function ran(
  verdicts: readonly (readonly [Verdict, string] | Verdict | undefined)[],
  end: readonly JournalEvent[] = [],
): readonly JournalEvent[] {
  const [header, source] = wholeRun(ids);
  const results = verdicts.flatMap((verdict, index): readonly JournalEvent[] => {
    const id = ids[index] as string;
    const started: JournalEvent = { event: 'started', instance: id, at: 1 };
    if (verdict === undefined) return [started];
    if (typeof verdict === 'string') return [started, finishedEvent(id, verdict)];
    return [started, finishedEvent(id, verdict[0], { reason: { code: verdict[1], message: 'Why.' } })];
  });
  return [header, source, ...ids.map((id) => plannedEvent(id)), ...results, ...end] as readonly JournalEvent[];
}

describe('a run that is resumed', () => {
  it('keeps every result, whatever it was, and nothing of what had none', () => {
    const earlier = earlierOf('resume', ran(['passed', 'failed', ['error', 'interrupted'], undefined]));
    const resumed = resumePlan(earlier, partOf(ids));
    if (!resumed.ok) throw new Error(renderProblems(resumed.problems));
    expect(idsOf(resumed.value.plan)).toEqual(ids);
    expect([...resumed.value.kept.instances]).toEqual(['naming.a', 'naming.b']);
    const kept = [...resumed.value.kept.events].map((event) => [event.event, 'instance' in event && event.instance]);
    expect(kept).toEqual([
      ['started', 'naming.a'],
      ['finished', 'naming.a'],
      ['started', 'naming.b'],
      ['finished', 'naming.b'],
    ]);
  });

  it('runs what the budget had no room for', () => {
    const earlier = earlierOf(
      'resume',
      ran(['passed', ['skipped', 'budget.requests'], 'passed', 'passed'], [endedEvent()]),
    );
    const resumed = resumePlan(earlier, partOf(ids));
    expect(resumed.ok && resumed.value.kept.instances.has('naming.b')).toBe(false);
    expect(resumed.ok).toBe(true);
  });

  it('is written anew when only its end is missing', () => {
    const earlier = earlierOf('resume', ran(['passed', 'passed', 'passed', 'passed']));
    expect(resumePlan(earlier, partOf(ids)).ok).toBe(true);
  });

  it('is refused when nothing is left to run', () => {
    const earlier = earlierOf('resume', ran(['passed', 'failed', 'passed', 'passed'], [endedEvent()]));
    expect(codeOf(resumePlan(earlier, partOf(ids)))).toBe('earlier.nothing-left');
  });

  it('is refused when the plan is another one by now', () => {
    const earlier = earlierOf('resume', ran(['passed']));
    const resumed = resumePlan(earlier, partOf([...ids, 'naming.e']));
    expect(codeOf(resumed)).toBe('earlier.different-plan');
    expect(messageOf(resumed)).toMatch(/planned 4 instances, which are not the 5 of now$/);
  });
});

describe('a rerun', () => {
  it('is of all that keeps the gate from holding, and of nothing else', () => {
    const verdicts: readonly (readonly [Verdict, string] | Verdict | undefined)[] = [
      'passed',
      'failed',
      'warned',
      undefined,
    ];
    const earlier = earlierOf('failed', ran(verdicts, [endedEvent({ interrupted: true })]));
    const rerun = rerunPlan(earlier, partOf(ids));
    expect(rerun.ok && { ...rerun.value, plan: idsOf(rerun.value.plan) }).toEqual({
      plan: ['naming.b', 'naming.d'],
      of: 4,
      gone: [],
    });
    const others: readonly (readonly [Verdict, string])[] = [
      ['error', 'wire.reset'],
      ['inconclusive', 'quota.saturated'],
      ['skipped', 'budget.tokens'],
      ['observed', 'x'],
    ];
    const second = rerunPlan(earlierOf('failed', ran(others, [endedEvent()])), partOf(ids));
    expect(second.ok && idsOf(second.value.plan)).toEqual(['naming.a', 'naming.b', 'naming.c']);
  });

  it('is of what was skipped for a credential, and not of what the target lacks', () => {
    const skips = ['needs.credential', 'needs.model', 'needs.feature', 'needs.api'];
    const events = ran([], [endedEvent()]).map((event) =>
      event.event === 'planned'
        ? { ...event, skip: { code: skips[ids.indexOf(event.instance)] ?? '', message: 'No.' } }
        : event,
    );
    const rerun = rerunPlan(earlierOf('failed', events), partOf(ids));
    expect(rerun.ok && idsOf(rerun.value.plan)).toEqual(['naming.a']);
  });

  it('names what is no longer there, and does without it', () => {
    const earlier = earlierOf('failed', ran(['failed', 'failed', 'passed', 'passed'], [endedEvent()]));
    const rerun = rerunPlan(earlier, partOf(ids.slice(1)));
    expect(rerun.ok && [idsOf(rerun.value.plan), rerun.value.gone]).toEqual([['naming.b'], ['naming.a']]);
    expect(codeOf(rerunPlan(earlier, partOf(['naming.c'])))).toBe('earlier.nothing-left');
  });

  it('is refused when everything passed', () => {
    const earlier = earlierOf('failed', ran(['passed', 'passed', 'warned', 'observed'], [endedEvent()]));
    const rerun = rerunPlan(earlier, partOf(ids));
    expect([codeOf(rerun), messageOf(rerun)]).toEqual([
      'earlier.nothing-left',
      expect.stringContaining('everything passed'),
    ]);
  });

  it('of a rerun is still a part of the whole', () => {
    const [header, ...rest] = ran(['failed'], [endedEvent()]);
    const rerun = rerunPlan(
      earlierOf('failed', [{ ...(header as RunEvent), rerun: { of: 340 } }, ...rest]),
      partOf(ids),
    );
    expect(rerun.ok && rerun.value.of).toBe(340);
  });
});

describe('an earlier run', () => {
  const earlier = earlierOf('resume', ran(['passed']));
  const { suite, target, specsDigest } = runEvent();
  const now = { suite, target, library: { digest: specsDigest } as Library };
  const objection = (over: Partial<typeof now>, kind: EarlierRun['kind'] = 'resume') =>
    objectionTo({ ...earlier, kind }, { ...now, ...over })?.code;

  it('has to be of the same suite, target and specs', () => {
    expect(objection({})).toBe(undefined);
    expect(objection({ suite: 'smoke' })).toBe('earlier.different-suite');
    expect(objection({ target: { ...target, features: ['thinking'] } })).toBe('earlier.different-target');
    expect(objection({ target: { ...target, source: 'elsewhere.yaml' } })).toBe(undefined);
    expect(objection({ library: { digest: 'beef' } as Library })).toBe('earlier.different-specs');
  });

  it('may be run again from specs that were mended', () => {
    expect(objection({ library: { digest: 'beef' } as Library }, 'failed')).toBe(undefined);
    expect(objection({ suite: 'smoke' }, 'failed')).toBe('earlier.different-suite');
  });

  it('is one journal that says what was planned', () => {
    const open = (events: readonly JournalEvent[], kind: EarlierRun['kind'] = 'resume') =>
      codeOf(openEarlier({ [kind]: temporaryFile('journal.ndjson', textOf(events)) }, nothingGiven));
    const [header, ...rest] = ran(['passed']);
    const { plan: _plan, ...older } = header as RunEvent;
    expect(open([older, ...rest])).toBe('earlier.no-plan');
    const merged = [{ ...(header as RunEvent), merged: { shards: 8 } }, ...rest];
    expect(open(merged)).toBe('earlier.merged');
    expect(open(merged, 'failed')).toBe(undefined);
    expect(codeOf(openEarlier({ resume: 'a', failed: 'b' }, nothingGiven))).toBe('earlier.flags');
    expect(codeOf(openEarlier({ resume: '/nowhere/journal.ndjson' }, nothingGiven))).toBe('journal.unreadable');
    expect(openEarlier({}, nothingGiven)).toEqual({ ok: true, value: undefined });
  });

  it('says itself what is selected and which shard it is', () => {
    for (const flag of ['case', 'api', 'tag', 'requirement', 'shard']) {
      const opened = openEarlier({ resume: earlier.survey.path }, (name) => name === flag);
      expect([codeOf(opened), opened.ok ? '' : opened.problems[0]?.fix]).toEqual([
        'earlier.flags',
        `leave out --${flag}`,
      ]);
    }
  });

  it('decides what the flags leave to their defaults', () => {
    const [header, ...rest] = ran(['failed']);
    const about = { shard: { index: 2, count: 3 }, selection: { cases: ['naming.*'] } };
    withJournals([[{ ...(header as RunEvent), ...about }, ...rest]], ([survey]) => {
      if (survey === undefined) throw new Error('no journal');
      const flags = { suite: 'full', target: 'mock', out: 'reports' };
      const { plan } = earlier;
      const folder = join(survey.path, '..');
      expect(choose(flags, nothingGiven, { kind: 'resume', survey, plan })).toEqual({
        ok: true,
        value: {
          suite,
          named: target.source,
          filters: about.selection,
          shard: about.shard,
          journal: survey.path,
        },
      });
      const given = choose({ ...flags, out: 'there' }, () => true, { kind: 'resume', survey, plan });
      expect(given).toMatchObject({
        value: { suite: 'full', named: 'mock', journal: join('there', 'journal.ndjson') },
      });
      expect(choose(flags, nothingGiven, { kind: 'failed', survey, plan })).toMatchObject({
        value: { shard: undefined, journal: join(folder, 'rerun', 'journal.ndjson') },
      });
    });
  });

  it('is not replaced by its own rerun', () => {
    const { survey, plan } = earlier;
    const flags = { suite: 'full', target: 'mock', out: join(survey.path, '..') };
    expect(codeOf(choose(flags, (flag) => flag === 'out', { kind: 'failed', survey, plan }))).toBe(
      'earlier.overwrites',
    );
  });
});
