import type { InstanceRecord, Journal } from '../journal/index.js';
import { type Counters, countVerdicts } from './counters.js';
import { grouped } from './grouped.js';

/** The instances of a run told apart in one way, and how many of each part have each verdict. */
export interface Breakdown {
  readonly by: 'api' | 'profile';
  /** Empty when all would be in one part: the run's counters say it already. */
  readonly parts: readonly BreakdownPart[];
}

export interface BreakdownPart {
  /** `-` for instances that have no name in this way, such as raw requests, which call no API. */
  readonly name: string;
  readonly counters: Counters;
}

const none = '-';

export function breakdownsOf(journal: Journal): readonly Breakdown[] {
  const profiles = new Map(journal.run.requirements.map(({ id, profile }) => [id, profile]));
  const profilesOf = ({ requirements }: InstanceRecord) => [
    ...new Set(requirements.flatMap((id) => profiles.get(id) ?? [])),
  ];
  return [
    { by: 'api', parts: partsOf(journal.instances, ({ apis }) => apis) },
    { by: 'profile', parts: partsOf(journal.instances, profilesOf) },
  ];
}

/** By name, what has none last; an instance that has several counts for each. */
function partsOf(
  instances: readonly InstanceRecord[],
  namesOf: (instance: InstanceRecord) => readonly string[],
): readonly BreakdownPart[] {
  const named = instances.flatMap((instance) => {
    const names = namesOf(instance);
    return (names.length === 0 ? [none] : names).map((name) => ({ name, instance }));
  });
  const groups = grouped(named, ({ name }) => name);
  if (groups.size < 2) return [];
  const names = [...groups.keys()].filter((name) => name !== none).sort();
  return [...names, ...(groups.has(none) ? [none] : [])].map((name) => ({
    name,
    counters: countVerdicts((groups.get(name) ?? []).map(({ instance }) => instance)),
  }));
}
