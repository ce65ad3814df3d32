import type { PlanRecord, ShardRecord } from '../events.js';
import type { Survey } from '../survey-journal.js';

/** The journal of a run with `--shard`, looked through. */
export interface ShardJournal extends Survey {
  readonly shard: ShardRecord;
  readonly plan: PlanRecord;
}

/** Undefined for a whole run, what was merged already, and a rerun of some instances. */
export function asShard(survey: Survey): ShardJournal | undefined {
  const { shard, plan, rerun } = survey.run;
  return shard === undefined || plan === undefined || rerun !== undefined ? undefined : { ...survey, shard, plan };
}

/** `shard 3 of 8 (shards/3/journal.ndjson)` */
export function nameOf({ shard: { index, count }, path }: ShardJournal): string {
  return `shard ${index} of ${count} (${path})`;
}

/** Instances that were to run and have no result. Of a target that could not be tested nothing more is expected. */
export function withoutResult({ planned, results, problems }: Survey): readonly string[] {
  if (problems.length > 0 && results.size === 0) return [];
  return planned
    .filter(({ instance, skip }) => skip === undefined && !results.has(instance))
    .map((one) => one.instance);
}
