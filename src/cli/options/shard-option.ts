import type { Command } from 'commander';
import { parseShard, type Shard, shardFromEnvironment, shardsVariable } from '../../plan/index.js';
import { ok, type Result } from '../../problem/index.js';

export interface ShardFlag {
  readonly shard?: string;
}

export function addShardOption(command: Command): Command {
  return command.option(
    '--shard <i/n>',
    `only this part of the plan, such as 2/8; auto: what GitLab (CI_NODE_INDEX) or Kubernetes (JOB_COMPLETION_INDEX, ${shardsVariable}) makes of this process`,
  );
}

/**
 * Undefined when all is to run. The environment alone divides nothing: a matrix of CI jobs that each mean the whole has
 * the same variables as one that shares it.
 */
export function shardOf({ shard }: ShardFlag): Result<Shard | undefined> {
  if (shard === undefined) return ok(undefined);
  return shard === 'auto' ? shardFromEnvironment(process.env) : parseShard(shard);
}
