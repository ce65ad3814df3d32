import { type InstanceRecord, type Verdict, verdicts } from '../journal/index.js';

/** How many instances have each verdict. */
export type Counters = Readonly<Record<Verdict, number>>;

export function countVerdicts(instances: readonly InstanceRecord[]): Counters {
  const counters = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of instances) counters[verdict] += 1;
  return counters;
}
