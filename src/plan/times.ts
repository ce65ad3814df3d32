import { referencesIn, type Step } from '../spec/index.js';
import type { ModelService, Target } from '../target/index.js';

/** How often a step is sent at most, until its expectation holds; undefined when only time ends it. */
export function timesOf({ eventually }: Step, { models }: Target): number | undefined {
  const times = eventually?.times;
  if (typeof times !== 'string') return times;
  const [, role = ''] = referencesIn(times)[0]?.reference ?? [];
  return beyondLimit(models[role]);
}

/**
 * How many requests are clearly more than the limit of a model service allows in a period; undefined without a limit.
 * Twice as many and some: limits are enforced in several places at once, so that the one right after the limit may pass
 * ("Configure rate limits", Databricks documentation).
 */
export function beyondLimit(model: ModelService | undefined): number | undefined {
  return model?.limit === undefined ? undefined : 2 * model.limit.requests + 2;
}
