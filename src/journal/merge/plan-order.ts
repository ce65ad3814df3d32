import type { PlannedEvent } from '../events.js';
import type { ShardJournal } from './shard-journal.js';

/** What all shards have planned, in the order of the whole plan. */
export function inPlanOrder(shards: readonly ShardJournal[]): readonly PlannedEvent[] {
  return shards
    .flatMap(({ planned }) => planned.map((event, index) => ({ event, position: event.position ?? index + 1 })))
    .sort((one, other) => one.position - other.position)
    .map(({ event }) => event);
}
