import { failed, ok, type Problem, type Result } from '../../problem/index.js';
import type { TargetLimits } from '../../target/index.js';
import type { Cost } from '../cost.js';
import type { Shard } from './shard.js';

/**
 * What one shard may take of the limits on how fast a run goes, which are those of all shards together. Rates are divided
 * evenly; of a number of requests at once, each gets whole ones. A number that nobody chose is no promise: of that every
 * shard gets one at least.
 */
export function divideRates(limits: TargetLimits, shard: Shard): Result<TargetLimits> {
  const { requestsPerSecond, tokensPerMinute, concurrencyAssumed } = limits;
  if (limits.concurrency < shard.count && concurrencyAssumed !== true)
    return failed(tooSmall(`${limits.concurrency} at once (concurrency, --jobs)`, limits.concurrency, shard));
  return ok({
    ...limits,
    concurrency: Math.max(1, evenShare(limits.concurrency, shard)),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond: requestsPerSecond / shard.count }),
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute: tokensPerMinute / shard.count }),
  });
}

/**
 * What one shard may spend of what a run may spend in all: as much of it as its part of the plan is expected to cost. What is
 * enough for the plan is enough for each of its shards.
 */
export function divideTotals(limits: TargetLimits, part: Cost, whole: Cost, shard: Shard): Result<TargetLimits> {
  const requests = costShare(limits.totalRequests, part.requests, whole.requests);
  const tokens = costShare(limits.totalTokens, tokensOf(part), tokensOf(whole));
  const problems = [
    ...(requests === 0 && part.requests > 0
      ? [tooSmall(`${limits.totalRequests} requests in all`, undefined, shard)]
      : []),
    ...(tokens === 0 && tokensOf(part) > 0 ? [tooSmall(`${limits.totalTokens} tokens in all`, undefined, shard)] : []),
  ];
  if (problems.length > 0) return failed(...problems);
  return ok({
    ...limits,
    ...(requests === undefined ? {} : { totalRequests: requests }),
    ...(tokens === undefined ? {} : { totalTokens: tokens }),
  });
}

/** The shares of all shards add up to the whole, and differ by one at most. */
function evenShare(whole: number, { index, count }: Shard): number {
  return Math.floor((whole * index) / count) - Math.floor((whole * (index - 1)) / count);
}

/** Rounded down, so that all shares together never exceed the whole. The product may be beyond what a double holds. */
function costShare(whole: number | undefined, part: number, all: number): number | undefined {
  if (whole === undefined) return undefined;
  return all === 0 ? 0 : Number((BigInt(whole) * BigInt(part)) / BigInt(all));
}

function tokensOf({ inputTokens, outputTokens }: Cost): number {
  return inputTokens + outputTokens;
}

function tooSmall(what: string, most: number | undefined, { count }: Shard): Problem {
  const fewer = most === undefined ? 'divide the run into fewer shards' : `divide the run into ${most} shards at most`;
  return {
    code: 'shard.limit-too-small',
    message: `the limit of ${what} is too small to be divided among ${count} shards`,
    fix: `${fewer}, or allow more`,
  };
}
