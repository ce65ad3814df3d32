import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, renderProblems } from '../../problem/index.js';
import type { JournalEvent, RunEvent } from '../events.js';
import { joinEvents } from '../join-events.js';
import { parseJournal } from '../parse-journal.js';
import { endedEvent, finishedEvent, runEvent, textOf } from '../testing/make-events.js';
import { shardsOf, wholeRun, withJournals } from '../testing/shards.js';
import { mergeJournals } from './merge-journals.js';

const ids = ['naming.a', 'naming.b', 'naming.c', 'naming.d', 'naming.e', 'naming.f'];
const whole = wholeRun(ids);
const three = shardsOf(whole, 3, (id) => (ids.indexOf(id) % 3) + 1);
const shard = (index: number) => three[index - 1] ?? [];

type Journals = readonly (readonly JournalEvent[])[];

function merge(journals: Journals, allowPartial = false): readonly JournalEvent[] {
  return withJournals(journals, (surveys) => {
    const result = mergeJournals(surveys, { allowPartial });
    if (!result.ok) throw new Error(renderProblems(result.problems));
    return [...result.value];
  });
}

/** What is said instead of merging, files by their names. */
function refusal(journals: Journals): readonly Problem[] {
  return withJournals(journals, (surveys) => {
    const result = mergeJournals(
      surveys.map((survey) => ({ ...survey, path: basename(survey.path) })),
      { allowPartial: false },
    );
    return result.ok ? [] : result.problems;
  });
}

const withRun = (events: readonly JournalEvent[], over: Partial<RunEvent>) =>
  events.map((event) => (event.event === 'run' ? { ...event, ...over } : event));
const without = (events: readonly JournalEvent[], kind: JournalEvent['event'], instance?: string) =>
  events.filter((event) => event.event !== kind || ('instance' in event && event.instance !== instance));
const headerOf = (events: readonly JournalEvent[]) => events.find((event) => event.event === 'run') ?? runEvent();
const rest = (events: readonly JournalEvent[]) => events.filter(({ event }) => event !== 'run');

describe('merged shards', () => {
  it('are the journal of the whole run, whatever the shards and whatever their order', () => {
    const runs = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat()), (names, count, numbers) => {
        const run = wholeRun(names);
        const places = new Map(names.map((name) => [name, ((numbers.next().value ?? 0) % count) + 1]));
        const shards = shardsOf(run, count, (name) => places.get(name) ?? 1);
        const shuffled = [...shards].sort(() => ((numbers.next().value ?? 0) % 3) - 1);
        const events = merge(shuffled);
        expect(events).toEqual(merge(shards));
        const parsed = parseJournal(textOf(events), 'merged.ndjson');
        if (!parsed.ok) throw new Error(renderProblems(parsed.problems));
        const expected = joinEvents(runEvent(), rest(run));
        const untimed = ({ instances }: typeof expected) =>
          instances.map(({ startedAt: _at, exchanges, ...instance }) => ({ ...instance, sent: exchanges.length }));
        expect(untimed(parsed.value)).toEqual(untimed(expected));
        expect(parsed.value.cut).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('are headed by what all shards have in common, the earliest start and the sums of the rest', () => {
    const budgeted = three.map((events) => withRun(events, { budget: { requests: 5 } }));
    const header = headerOf(merge(budgeted));
    const { shard: _shard, ...expected } = headerOf(whole) as RunEvent;
    expect(header).toEqual({ ...expected, budget: { requests: 15 }, merged: { shards: 3 } });
  });

  it('have their times on one axis, which begins with the earliest of them', () => {
    const events = merge(three);
    const at = (instance: string) =>
      events.flatMap((event) =>
        'at' in event && 'instance' in event && event.instance === instance ? [event.at] : [],
      );
    expect([at('naming.a'), at('naming.b'), at('naming.f')]).toEqual([
      [10, 30, 40],
      [1_010, 1_030, 1_040],
      [2_010, 2_030, 2_040],
    ]);
    expect(events.at(-1)).toEqual({ event: 'ended', at: 7_000, interrupted: false });
  });

  it('tell once what several of them found wrong with the target, and need no results then', () => {
    const problem = { code: 'target.unreachable', message: 'It cannot be reached.' } as const;
    const unreachable = three.map((events) => [
      ...events.filter(({ event }) => ['run', 'source', 'planned'].includes(event)),
      { event: 'problem', problem } as const,
      endedEvent(),
    ]);
    expect(merge(unreachable).filter(({ event }) => event === 'problem')).toEqual([{ event: 'problem', problem }]);
  });

  it('include a shard that has nothing to run', () => {
    const shards = shardsOf(whole, 2, () => 1);
    expect(merge(shards).filter(({ event }) => event === 'finished')).toHaveLength(ids.length);
  });
});

describe('shards that are not the whole of one run', () => {
  const other = wholeRun([...ids, 'naming.g']);
  const cases: readonly (readonly [string, Journals])[] = [
    ['a missing shard', [shard(1), shard(3)]],
    ['several missing shards', [shard(2)]],
    ['a shard twice', [shard(1), shard(2), shard(2), shard(3)]],
    ['no footer', [shard(1), without(shard(2), 'ended'), shard(3)]],
    ['no result', [shard(1), shard(2), without(shard(3), 'finished', 'naming.f')]],
    ['an interrupted shard', [shard(1), shard(2), [...rest3('naming.f'), endedEvent({ interrupted: true })]]],
    ['other specs', [shard(1), withRun(shard(2), { specsDigest: 'beef'.repeat(16) }), shard(3)]],
    ['another suite', [shard(1), withRun(shard(2), { suite: 'smoke' }), shard(3)]],
    ['another target', [shard(1), withRun(shard(2), { target: { ...runEvent().target, features: ['x'] } }), shard(3)]],
    [
      'another version',
      [shard(1), withRun(shard(2), { tool: { name: 'gateway-conformance', version: '9.0.0' } }), shard(3)],
    ],
    ['another plan', [shard(1), shardsOf(other, 3, () => 2)[1] ?? [], shard(3)]],
    ['another number of shards', [shard(1), shardsOf(whole, 4, () => 2)[1] ?? [], shard(3)]],
    ['an instance twice', [shard(1), withAlso(shard(2), 'naming.a'), shard(3)]],
    [
      'an instance that no shard planned',
      [
        shard(1),
        without(shard(2), 'planned', 'naming.b').filter(
          (event) => !('instance' in event) || event.instance !== 'naming.b',
        ),
        shard(3),
      ],
    ],
    ['no shards', [whole, shard(1)]],
    ['a merged journal', [merge(three)]],
    ['a rerun', [withRun(shard(1), { rerun: { of: 6 } })]],
  ];

  function rest3(instance: string) {
    return without(without(shard(3), 'finished', instance), 'ended');
  }
  function withAlso(events: readonly JournalEvent[], instance: string): readonly JournalEvent[] {
    const planned = shard(1).filter((event) => event.event === 'planned' && event.instance === instance);
    return events.flatMap((event) =>
      event.event === 'source'
        ? [event, ...planned]
        : event.event === 'ended'
          ? [finishedEvent(instance, 'passed'), event]
          : [event],
    );
  }

  it('are refused, each for its own reason', async () => {
    const told = cases.map(([name, journals]) => `${name}:\n${renderProblems(refusal(journals))}`);
    await expect(told.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, 'golden', 'refusals.txt'));
    const codes = cases.map(([, journals]) => refusal(journals)[0]?.code);
    expect(codes).not.toContain(undefined);
  });

  it('are one run when only the file of the target lies elsewhere, or the account is simulated', () => {
    const target = runEvent().target;
    expect(
      refusal([shard(1), withRun(shard(2), { target: { ...target, source: '/config/t.yaml' } }), shard(3)]),
    ).toEqual([]);
    const simulated = three.map((events, index) =>
      withRun(events, {
        target: { ...target, source: 'mock', workspaces: { main: { url: `http://127.0.0.1:${index}` } } },
      }),
    );
    expect(refusal(simulated)).toEqual([]);
  });
});

describe('a part that is allowed', () => {
  it('tells what is missing as problems, and leaves what has no result without one', () => {
    const events = merge([shard(1), without(without(shard(3), 'finished', 'naming.f'), 'ended')], true);
    const journal = joinEvents(headerOf(events), rest(events));
    expect(journal.problems.map(({ code }) => code)).toEqual(['merge.missing-shard', 'merge.no-footer']);
    expect(journal.instances.map(({ id, settled }) => [id, settled])).toEqual([
      ['naming.a', true],
      ['naming.c', true],
      ['naming.d', true],
      ['naming.f', false],
    ]);
    expect(journal.run.plan?.instances).toBe(6);
  });

  it('is still no mixture of two runs', () => {
    expect(() => merge([shard(1), withRun(shard(2), { suite: 'smoke' })], true)).toThrow('merge.different-suite');
  });
});
