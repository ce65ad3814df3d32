import type { RequirementRecord } from '../requirement-status.js';
import type { RunStanding } from './run-standing.js';

export interface Lost {
  /** Ids of instances that were proved and are not, other than those that fail. */
  readonly instances: readonly string[];
  /** Ids of requirements that were proved by these, and that nothing proves now. */
  readonly requirements: readonly string[];
  /** Ids of instances whose behaviour was observed and is not. */
  readonly unobserved: readonly string[];
}

/** What was covered and is not. A requirement that others prove as well is not lost with one instance. */
export function lostOf(
  { standings, acceptance: { baseline } }: RunStanding,
  requirements: readonly RequirementRecord[],
): Lost {
  const lost = [...standings].flatMap(([id, standing]) =>
    standing.kind === 'lost' ? [[id, standing.was] as const] : [],
  );
  const instances = lost.filter(([, was]) => was !== 'observed').map(([id]) => id);
  const verified = new Set(instances.flatMap((id) => baseline?.instances.get(id)?.requirements ?? []));
  // One that is violated is told with the failures.
  const kept = new Set(
    requirements
      .filter(({ status }) => status === 'proved' || status === 'violated')
      .map(({ requirement }) => requirement.id),
  );
  return {
    instances,
    requirements: [...verified].filter((id) => !kept.has(id)).sort(),
    unobserved: lost.filter(([, was]) => was === 'observed').map(([id]) => id),
  };
}
