import { failed, type Result } from '../../problem/index.js';
import { checkShard, type Shard } from './shard.js';

/** How many shards there are, for a system that tells each only which one it is. */
export const shardsVariable = 'GATEWAY_CONFORMANCE_SHARDS';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The shard that a CI system makes of this process: `CI_NODE_INDEX` and `CI_NODE_TOTAL`, from 1 (GitLab, `parallel`), or
 * `JOB_COMPLETION_INDEX`, from 0 (Kubernetes, an Indexed Job), which says nothing of how many there are.
 */
export function shardFromEnvironment(environment: Environment): Result<Shard> {
  const completion = written(environment, 'JOB_COMPLETION_INDEX');
  const index = written(environment, 'CI_NODE_INDEX');
  if (index !== undefined && completion !== undefined)
    return unclear('both CI_NODE_INDEX and JOB_COMPLETION_INDEX are set', 'write --shard as a number of a number: 2/8');
  if (index !== undefined) return inGitlab(index, environment);
  if (completion !== undefined) return inKubernetes(completion, environment);
  const fix = 'write --shard as a number of a number, such as 2/8, or set CI_NODE_INDEX and CI_NODE_TOTAL';
  return unclear('neither CI_NODE_INDEX nor JOB_COMPLETION_INDEX is set, so that this is no shard of anything', fix);
}

function inGitlab(index: string, environment: Environment): Result<Shard> {
  const count = written(environment, 'CI_NODE_TOTAL');
  if (count === undefined) return unclear('CI_NODE_INDEX is set, and CI_NODE_TOTAL is not', 'set CI_NODE_TOTAL');
  return shardOf('CI_NODE_INDEX', index, 1, 'CI_NODE_TOTAL', count);
}

function inKubernetes(completion: string, environment: Environment): Result<Shard> {
  const count = written(environment, shardsVariable);
  if (count !== undefined) return shardOf('JOB_COMPLETION_INDEX', completion, 0, shardsVariable, count);
  const fix = `set ${shardsVariable} to what \`completions\` of the Job is`;
  return unclear(`JOB_COMPLETION_INDEX is set, and ${shardsVariable}, how many shards there are, is not`, fix);
}

function shardOf(indexName: string, index: string, first: 0 | 1, countName: string, count: string): Result<Shard> {
  const wrong = [
    [indexName, index],
    [countName, count],
  ].find(([, text = '']) => !/^\d{1,4}$/.test(text));
  if (wrong !== undefined) return unclear(`${wrong[0]} is \`${wrong[1]}\``, 'make it a whole number');
  const shard = { index: Number(index) + 1 - first, count: Number(count) };
  return checkShard(shard, `${indexName}=${index} ${countName}=${count}`);
}

function written(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function unclear(message: string, fix: string) {
  return failed({ code: 'shard.unclear', message, fix });
}
