import type { Json } from '../json/index.js';
import { type Answered, readAspects } from '../judge/index.js';
import type { Aspect, Step } from '../spec/index.js';
import { capture } from './capture.js';
import type { RunContext } from './context.js';
import { type Gathered, nothingGathered } from './outcome.js';
import { hasRecovered } from './perform.js';
import type { Scope } from './scope.js';
import { judgeContext, type StepRun, stillChanging, type Try, tryUntilItHolds } from './tries.js';

/** What a step brought, and what later steps may look up. */
export interface StepResult {
  readonly gathered: Gathered;
  readonly captures: ReadonlyMap<string, Json>;
}

/** Sends a step and judges its answer; with `eventually`, the last one. */
export async function runStep(step: Step, scope: Scope, how: StepRun, context: RunContext): Promise<StepResult> {
  const tries = await tryUntilItHolds(step, scope, how, context);
  const { performed, findings, stop } = tries.at(-1) as Try;
  const stopped = stop ?? (findings.some(({ holds }) => !holds) ? stillChanging(step, tries) : undefined);
  const sent: Gathered = {
    ...nothingGathered,
    requests: tries.flatMap((one) => one.performed).reduce((sum, { attempts }) => sum + attempts.length, 0),
    recovered:
      tries.some((one) => one.performed.some(hasRecovered)) ||
      tries.slice(0, -1).some((one) => one.performed.some((copy) => copy.answered.exchange.fault !== undefined)),
    ...(stopped === undefined ? {} : { stopped }),
  };
  const [first] = performed;
  if (first === undefined) throw new Error('a step has at least one copy');
  const { captures, missing } = capture(step, first.answered, scope);
  if (stopped !== undefined) return { gathered: sent, captures };
  const observed = step.observe.length > 0 ? observe(step.observe, first.answered, context) : {};
  return { gathered: { ...sent, findings: [...findings, ...missing], observed }, captures };
}

/** What is recorded of an answer. One that never came whole has no aspects but its fault, so that is never left out. */
export function observe(aspects: readonly Aspect[], answered: Answered, context: RunContext): Gathered['observed'] {
  const read: readonly Aspect[] =
    answered.response === undefined ? [...new Set<Aspect>(['outcome', ...aspects])] : aspects;
  return readAspects(read, answered, judgeContext(context));
}
