import type { InstanceRecord, Journal } from '../journal/index.js';
import { failed, ok, type Result } from '../problem/index.js';
import type { AcceptedInstance, Baseline } from './baseline.js';

/** What accepting a run accepts. A run that did not come to its end says nothing of what it left out, and is no baseline. */
export function baselineOf(journal: Journal, file: string): Result<Baseline> {
  const { run, instances, ended } = journal;
  if (run.shard !== undefined || run.rerun !== undefined) {
    const part =
      run.shard === undefined ? 'a rerun of some instances' : `shard ${run.shard.index} of ${run.shard.count}`;
    const message = `the journal ${file} is that of ${part}, and says nothing of the others`;
    return failed({ code: 'baseline.incomplete', message, fix: 'accept the journal of a whole run' });
  }
  const left = instances.filter(({ settled }) => !settled).length;
  if (ended === undefined || ended.interrupted || left > 0) {
    const why = ended === undefined ? 'breaks off before the run ended' : 'is of a run that was interrupted';
    const message = `the journal ${file} ${why}, with ${left} of ${instances.length} instances left out`;
    return failed({ code: 'baseline.incomplete', message, fix: 'accept a run that came to its end' });
  }
  return ok({
    target: run.target.name,
    suite: run.suite,
    startedAt: run.startedAt,
    tool: `${run.tool.name} ${run.tool.version}`,
    specsDigest: run.specsDigest,
    instances: new Map(instances.map((instance) => [instance.id, accepted(instance)])),
  });
}

function accepted({ verdict, requirements, observed }: InstanceRecord): AcceptedInstance {
  return { verdict, requirements, ...(observed === undefined ? {} : { observed }) };
}
