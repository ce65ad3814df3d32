import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JournalEvent, planDigest, type RunEvent, type Survey, surveyJournal } from '../index.js';
import { endedEvent, exchangeEvent, finishedEvent, plannedEvent, runEvent, textOf } from './make-events.js';

/** A run of these instances, each of which passed, with an exchange. */
export function wholeRun(ids: readonly string[], over: Partial<RunEvent> = {}): readonly JournalEvent[] {
  const plan = { instances: ids.length, digest: planDigest(ids) };
  return [
    runEvent({ plan, estimate: { requests: ids.length, inputTokens: 0, outputTokens: 0 }, ...over }),
    { event: 'source', file: 'specs/naming/names.yaml', text: 'title: Names\n' },
    ...ids.map((id) => plannedEvent(id)),
    ...ids.flatMap((id): readonly JournalEvent[] => [
      { event: 'started', instance: id, at: 10 },
      exchangeEvent(id),
      finishedEvent(id, 'passed'),
    ]),
    endedEvent(),
  ];
}

/** What each shard would have written of it; shard n holds what `shardOf` gives n for, and began n seconds later. */
export function shardsOf(
  whole: readonly JournalEvent[],
  count: number,
  shardOf: (instance: string) => number,
): readonly (readonly JournalEvent[])[] {
  const ids = whole.flatMap((event) => (event.event === 'planned' ? [event.instance] : []));
  const shard = (index: number): readonly JournalEvent[] =>
    whole.flatMap((event): readonly JournalEvent[] => {
      if (event.event === 'run') {
        const startedAt = new Date(Date.parse(event.startedAt) + (index - 1) * 1_000).toISOString();
        const requests = ids.filter((id) => shardOf(id) === index).length;
        const estimate = { requests, inputTokens: 0, outputTokens: 0 };
        return [{ ...event, startedAt, estimate, shard: { index, count } }];
      }
      if (!('instance' in event)) return [event];
      if (shardOf(event.instance) !== index) return [];
      return [event.event === 'planned' ? { ...event, position: ids.indexOf(event.instance) + 1 } : event];
    });
  return Array.from({ length: count }, (_, index) => shard(index + 1));
}

/** Writes journals into a folder, looks them through, and removes it when `use` is done with them. */
export function withJournals<Value>(
  journals: readonly (readonly JournalEvent[])[],
  use: (surveys: readonly Survey[]) => Value,
): Value {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-shards-'));
  try {
    return use(
      journals.map((events, index) => {
        const path = join(folder, `${index + 1}.ndjson`);
        writeFileSync(path, textOf(events));
        const survey = surveyJournal(path);
        if (!survey.ok) throw new Error(JSON.stringify(survey.problems));
        return { ...survey.value, path };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
