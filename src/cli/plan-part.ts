import {
  divideRates,
  divideTotals,
  estimatePlan,
  type Filters,
  makePlan,
  type Plan,
  planOfShard,
  type Shard,
} from '../plan/index.js';
import { ok, type Result } from '../problem/index.js';
import type { Library, Suite } from '../spec/index.js';
import type { Target, TargetLimits } from '../target/index.js';

export interface LimitFlags {
  readonly jobs?: number;
  /** Of the whole run; the target's own limits otherwise. */
  readonly maxRequests?: number;
  readonly maxTokens?: number;
}

/** What one process runs of a plan, on a target whose limits are its part of the whole. */
export interface PlannedPart {
  readonly plan: Plan;
  readonly whole: Plan;
  readonly target: Target;
}

export interface Planned {
  readonly library: Library;
  readonly suite: Suite;
  readonly target: Target;
  readonly filters: Filters;
  readonly shard: Shard | undefined;
}

export function planPart(planned: Planned, flags: LimitFlags = {}): Result<PlannedPart> {
  const { library, suite, filters, shard } = planned;
  const limits = withFlags(planned.target.limits, flags);
  if (shard === undefined) {
    const target = { ...planned.target, limits };
    const plan = makePlan(library.specs, suite, target, filters);
    return ok({ plan, whole: plan, target });
  }
  // What a shard's pace has no room for is skipped for that reason, so the pace comes before the plan.
  const paced = divideRates(limits, shard);
  if (!paced.ok) return paced;
  const target = { ...planned.target, limits: paced.value };
  const whole = makePlan(library.specs, suite, target, filters);
  const plan = planOfShard(whole, shard, target);
  const divided = divideTotals(paced.value, estimatePlan(plan, target), estimatePlan(whole, target), shard);
  return divided.ok ? ok({ plan, whole, target: { ...target, limits: divided.value } }) : divided;
}

function withFlags(limits: TargetLimits, { jobs, maxRequests, maxTokens }: LimitFlags): TargetLimits {
  const { concurrencyAssumed: _assumed, ...chosen } = limits;
  return {
    ...(jobs === undefined ? limits : { ...chosen, concurrency: jobs }),
    ...(maxRequests === undefined ? {} : { totalRequests: maxRequests }),
    ...(maxTokens === undefined ? {} : { totalTokens: maxTokens }),
  };
}
