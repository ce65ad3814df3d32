import type { Problem } from '../../problem/index.js';
import { planDigest } from '../plan-digest.js';
import { inPlanOrder } from './plan-order.js';
import { nameOf, type ShardJournal, withoutResult } from './shard-journal.js';

/** What is not there of the whole: with it, nothing that the journals say can be taken for the verdict of a run. */
export function gapsIn(shards: readonly ShardJournal[]): readonly Problem[] {
  const [first] = shards;
  if (first === undefined) return [];
  const gaps = [...missingShards(first, shards), ...shards.flatMap((shard) => unfinished(shard) ?? [])];
  return gaps.length > 0 ? gaps : otherInstances(first, shards);
}

function missingShards({ shard: { count } }: ShardJournal, shards: readonly ShardJournal[]): readonly Problem[] {
  const there = new Set(shards.map(({ shard }) => shard.index));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
  const [first] = missing;
  if (first === undefined) return [];
  const one = missing.length === 1;
  const which = one ? `shard ${first} of ${count} is missing` : `shards ${missing.join(', ')} of ${count} are missing`;
  const fix = one
    ? `run it with --shard ${first}/${count}, and name its journal as well`
    : `run each of them, the first with --shard ${first}/${count}, and name their journals as well`;
  return [{ code: 'merge.missing-shard', message: which, fix }];
}

function unfinished(shard: ShardJournal): Problem | undefined {
  const open = withoutResult(shard);
  const fix = `bring it to its end with \`run --resume ${shard.path}\``;
  const left =
    open.length === 0
      ? 'its last line is not there'
      : `${open.length} of its ${shard.planned.length} instances ${open.length === 1 ? 'has' : 'have'} no result`;
  if (shard.ended === undefined)
    return { code: 'merge.no-footer', message: `${nameOf(shard)} breaks off before its end: ${left}`, fix };
  if (open.length === 0) return undefined;
  const interrupted = shard.ended.interrupted ? ' was interrupted' : ' is not whole';
  return { code: 'merge.no-result', message: `${nameOf(shard)}${interrupted}: ${left}, such as ${open[0]}`, fix };
}

/** Every shard is whole in itself, and still they are not the plan. */
function otherInstances({ plan }: ShardJournal, shards: readonly ShardJournal[]): readonly Problem[] {
  const ids = inPlanOrder(shards).map(({ instance }) => instance);
  if (ids.length === plan.instances && planDigest(ids) === plan.digest) return [];
  const message = `the shards plan ${ids.length} instances, which are not the ${plan.instances} that were divided among them`;
  return [{ code: 'merge.missing-instance', message, fix: 'run all shards again' }];
}
