import type { Problem, ProblemCode } from '../../problem/index.js';
import type { Survey } from '../survey-journal.js';
import { targetDifference } from '../target-difference.js';
import { asShard, nameOf, type ShardJournal } from './shard-journal.js';

/** Why these journals do not belong together: nothing can be made of them. */
export function contradictionsIn(surveys: readonly Survey[]): readonly Problem[] {
  const noShards = surveys.filter((survey) => asShard(survey) === undefined).map(noShard);
  if (noShards.length > 0) return noShards;
  const [first, ...others] = surveys.flatMap((survey) => asShard(survey) ?? []);
  if (first === undefined) return [];
  const different = others.flatMap((other) => differenceFrom(first, other) ?? []);
  if (different.length > 0) return different;
  const shards = [first, ...others];
  const twice = [...duplicateShards(shards)];
  return twice.length > 0 ? twice : [...duplicateInstances(shards)];
}

function noShard({ path, run }: Survey): Problem {
  const what =
    run.merged !== undefined
      ? `holds ${run.merged.shards} shards that were merged already`
      : run.rerun !== undefined
        ? 'is a rerun of some instances of an earlier run'
        : 'is the journal of a run that was not divided into shards';
  return {
    code: 'merge.no-shard',
    message: `${path} ${what}`,
    fix: 'name the journals of runs with --shard, and those only',
  };
}

function differenceFrom(first: ShardJournal, other: ShardJournal): Problem | undefined {
  const differs = (code: ProblemCode, what: string, one: string, another: string, fix: string): Problem => ({
    code,
    message: `${nameOf(first)} and ${nameOf(other)} are of different ${what}: ${one} and ${another}`,
    fix,
  });
  const runs = [first.run, other.run] as const;
  const [one, another] = runs;
  if (one.tool.version !== another.tool.version || one.tool.name !== another.tool.name) {
    const [version, next] = [one, another].map(({ tool }) => `${tool.name} ${tool.version}`) as [string, string];
    return differs('merge.different-tool', 'versions of the harness', version, next, 'run all shards with one version');
  }
  if (one.suite !== another.suite)
    return differs('merge.different-suite', 'suites', one.suite, another.suite, 'run all shards with one --suite');
  if (one.specsDigest !== another.specsDigest) {
    const [digest, next] = [one, another].map(({ specsDigest }) => specsDigest.slice(0, 12)) as [string, string];
    return differs('merge.different-specs', 'specs', digest, next, 'run all shards from the same specs');
  }
  const targets = targetDifference(one.target, another.target);
  if (targets.length > 0) {
    const [name, next] = [one, another].map(({ target }) => `${target.name} from ${target.source}`) as [string, string];
    const what = `targets (in ${targets.join(', ')})`;
    return differs('merge.different-target', what, name, next, 'run all shards on the same target');
  }
  if (first.shard.count !== other.shard.count || first.plan.digest !== other.plan.digest) {
    const [size, next] = [first, other].map(({ plan: { instances, digest }, shard }) => {
      return `${instances} instances (${digest.slice(0, 12)}) over ${shard.count} shards`;
    }) as [string, string];
    const fix = 'run all shards with the same flags, and of the same number of shards';
    return differs('merge.different-plan', 'plans', size, next, fix);
  }
  return undefined;
}

function* duplicateShards(shards: readonly ShardJournal[]): Generator<Problem> {
  const seen = new Map<number, string>();
  for (const { shard, path } of shards) {
    const before = seen.get(shard.index);
    seen.set(shard.index, path);
    if (before === undefined) continue;
    const message = `shard ${shard.index} of ${shard.count} is there twice: ${before} and ${path}`;
    yield { code: 'merge.duplicate-shard', message, fix: 'leave out the older one' };
  }
}

function* duplicateInstances(shards: readonly ShardJournal[]): Generator<Problem> {
  const seen = new Map<string, ShardJournal>();
  for (const shard of shards) {
    for (const { instance } of shard.planned) {
      const before = seen.get(instance);
      seen.set(instance, shard);
      if (before === undefined) continue;
      const message = `the instance ${instance} is in both ${nameOf(before)} and ${nameOf(shard)}`;
      yield { code: 'merge.duplicate-instance', message, fix: 'run these shards again' };
      return;
    }
  }
}
