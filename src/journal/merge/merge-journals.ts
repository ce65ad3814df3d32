import { failed, ok, type Problem, type Result } from '../../problem/index.js';
import type { EndedEvent, JournalEvent, PlannedEvent, RunEvent } from '../events.js';
import { eventsOf, type Survey } from '../survey-journal.js';
import { contradictionsIn } from './contradictions.js';
import { gapsIn } from './gaps.js';
import { inPlanOrder } from './plan-order.js';
import { asShard, type ShardJournal } from './shard-journal.js';

export interface MergeOptions {
  /** Gaps are told in the merged journal, as problems, instead of keeping it from being made. */
  readonly allowPartial: boolean;
}

/**
 * The journals of all shards of a run as the journal that the whole run would have had: its events, which are read again
 * while they are taken. Whatever order the shards come in, the result is the same.
 */
export function mergeJournals(
  surveys: readonly Survey[],
  { allowPartial }: MergeOptions,
): Result<Iterable<JournalEvent>> {
  const contradictions = contradictionsIn(surveys);
  if (contradictions.length > 0) return failed(...contradictions);
  const shards = surveys
    .flatMap((survey) => asShard(survey) ?? [])
    .sort((one, other) => one.shard.index - other.shard.index);
  const gaps = gapsIn(shards);
  return gaps.length > 0 && !allowPartial ? failed(...gaps) : ok(merged(shards, gaps));
}

function* merged(shards: readonly ShardJournal[], gaps: readonly Problem[]): Generator<JournalEvent> {
  const [first] = shards;
  if (first === undefined) return;
  const start = Math.min(...shards.map(startOf));
  yield headerOf(first, shards, start);
  const planned = inPlanOrder(shards);
  const sources = new Map(shards.flatMap((shard) => [...shard.sources]));
  for (const file of new Set(planned.map((event) => event.file))) {
    const text = sources.get(file);
    if (text !== undefined) yield { event: 'source', file, text };
  }
  for (const event of planned) yield gaps.length === 0 ? withoutPosition(event) : event;
  for (const problem of distinct([...gaps, ...shards.flatMap(({ problems }) => problems)]))
    yield { event: 'problem', problem };
  for (const shard of shards) yield* resultsOf(shard, startOf(shard) - start);
  yield endOf(shards, start);
}

/** One line tells everything that is the same in all shards, and the sums of what is not. */
function headerOf(first: ShardJournal, shards: readonly ShardJournal[], start: number): RunEvent {
  const { shard: _shard, resumed: _resumed, estimate: _estimate, budget: _budget, ...same } = first.run;
  const kept = shards.flatMap(({ run }) => run.resumed?.kept ?? []);
  return {
    ...same,
    startedAt: new Date(start).toISOString(),
    ...sumOf('estimate', shards),
    ...sumOf('budget', shards),
    ...(kept.length === 0 ? {} : { resumed: { kept: kept.reduce((sum, number) => sum + number) } }),
    merged: { shards: shards.length },
  };
}

/** Each member on its own: what one shard does not limit is not limited in all. */
function sumOf(name: 'estimate' | 'budget', shards: readonly ShardJournal[]): Partial<RunEvent> {
  const parts = shards.flatMap(({ run }) => run[name] ?? []) as readonly Readonly<Record<string, number>>[];
  const [first] = parts;
  if (first === undefined || parts.length < shards.length) return {};
  const total = (key: string) => parts.reduce((sum, part) => sum + (part[key] ?? 0), 0);
  return { [name]: Object.fromEntries(Object.keys(first).map((key) => [key, total(key)])) };
}

function withoutPosition({ position: _position, ...event }: PlannedEvent): PlannedEvent {
  return event;
}

/** What several shards found wrong with the one target is wrong once. */
function distinct(problems: readonly Problem[]): Iterable<Problem> {
  return new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values();
}

/** Every shard counts from its own start; `later` milliseconds put that on the axis of all. */
function* resultsOf(shard: ShardJournal, later: number): Generator<JournalEvent> {
  for (const event of eventsOf(shard)) {
    if (event.event !== 'started' && event.event !== 'exchange' && event.event !== 'finished') continue;
    yield later === 0 ? event : { ...event, at: event.at + later };
  }
}

/** Of a shard that was cut off, the end is the last that is known of it. */
function endOf(shards: readonly ShardJournal[], start: number): EndedEvent {
  const ends = shards.map((shard) => (shard.ended?.at ?? shard.lastAt) + startOf(shard) - start);
  const interrupted = shards.some(({ ended }) => ended?.interrupted === true);
  return { event: 'ended', at: Math.max(...ends), interrupted };
}

function startOf({ run }: Survey): number {
  return Date.parse(run.startedAt);
}
