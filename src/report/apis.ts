import type { InstanceRecord } from '../journal/index.js';
import { type Counters, countVerdicts } from './counters.js';
import { grouped } from './grouped.js';

/** One API of the run, and how many of its instances have each verdict. */
export interface ApiCounters {
  /** `-` for the instances that call none, but send raw requests. */
  readonly name: string;
  readonly counters: Counters;
}

const none = '-';

/**
 * By name, what calls no API last; an instance that calls several counts for each. Empty when all would be in one row:
 * the run's counters say it already.
 */
export function apisOf(instances: readonly InstanceRecord[]): readonly ApiCounters[] {
  const calls = instances.flatMap((instance) =>
    (instance.apis.length === 0 ? [none] : instance.apis).map((api) => ({ api, instance })),
  );
  const groups = grouped(calls, ({ api }) => api);
  if (groups.size < 2) return [];
  const names = [...groups.keys()].filter((name) => name !== none).sort();
  return [...names, ...(groups.has(none) ? [none] : [])].map((name) => ({
    name,
    counters: countVerdicts((groups.get(name) ?? []).map(({ instance }) => instance)),
  }));
}
