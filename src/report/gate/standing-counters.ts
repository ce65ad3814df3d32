import { failOnOf, type Standing, type StandingKind } from './standing.js';

/** How many instances have each standing. */
export type StandingCounters = Readonly<Record<StandingKind, number>>;

export function countStandings(standings: ReadonlyMap<string, Standing>): StandingCounters {
  const counters = Object.fromEntries(Object.keys(failOnOf).map((kind) => [kind, 0])) as Record<StandingKind, number>;
  for (const { kind } of standings.values()) counters[kind] += 1;
  return counters;
}
