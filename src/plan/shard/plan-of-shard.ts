import { createHash } from 'node:crypto';
import type { Target } from '../../target/index.js';
import type { Plan } from '../instance.js';
import type { Shard } from './shard.js';
import { keysOf } from './together.js';

/**
 * The part of a plan that one shard runs, in the order of the plan. It depends on the ids alone: an instance stays on its
 * shard when files move, and when others are added.
 */
export function planOfShard(plan: Plan, { index, count }: Shard, target: Target): Plan {
  const keyOf = keysOf(plan, target);
  return { instances: plan.instances.filter((instance) => indexOf(keyOf(instance), count) === index) };
}

/** From 1. */
function indexOf(key: string, count: number): number {
  return (createHash('sha256').update(key).digest().readUIntBE(0, 6) % count) + 1;
}
