import type { Case, Step } from '../spec/index.js';
import type { RunContext } from './context.js';
import { isAboutQuota } from './expects-quota.js';
import { type Gathered, join, nothingGathered } from './outcome.js';
import { propagationFinding } from './propagation.js';
import { runStep, type StepResult } from './run-step.js';
import type { Scope } from './scope.js';
import { defect } from './stop.js';
import type { StepRun } from './tries.js';

/** What the steps brought, and the scope with their captures. */
export interface Ran {
  readonly gathered: Gathered;
  readonly scope: Scope;
}

/** Runs steps in order, up to the first that does not hold. */
export async function runSteps(
  steps: readonly Step[],
  { finally: last }: Case,
  before: Scope,
  instance: string,
  context: RunContext,
): Promise<Ran> {
  const several = steps.length + last.length > 1;
  const observing = steps.filter(({ observe }) => observe.length > 0).length;
  let ran: Ran = { gathered: nothingGathered, scope: before };
  let changedAt: number | undefined;
  for (const step of steps) {
    const how = { instance, aboutQuota: isAboutQuota(step, steps), signal: context.signal };
    const { gathered: brought, captures } = await runStepSafely(step, ran.scope, how, context);
    const now = context.clock.now();
    const seen = changedAt === undefined ? [] : propagationFinding(step, brought, now - changedAt);
    if (step.action.kind === 'grants') changedAt = now;
    else if (seen.length > 0) changedAt = undefined;
    const gathered = seen.length === 0 ? brought : { ...brought, findings: [...brought.findings, ...seen] };
    const { observed } = gathered;
    ran = {
      gathered: join(ran.gathered, {
        ...gathered,
        findings: several ? inStep(step, gathered) : gathered.findings,
        // Two observations of one aspect must not hide each other.
        observed: observing > 1 && Object.keys(observed).length > 0 ? { [step.label]: observed } : observed,
      }),
      scope: { ...ran.scope, captures },
    };
    if (gathered.stopped !== undefined || gathered.findings.some(({ holds }) => !holds)) break;
  }
  return ran;
}

export function inStep(step: Step, { findings }: Gathered): Gathered['findings'] {
  return findings.map((finding) => ({ step: step.label, ...finding }));
}

/** A defect of the harness ends one step, and neither the run nor the clean-up. */
export async function runStepSafely(step: Step, scope: Scope, how: StepRun, context: RunContext): Promise<StepResult> {
  try {
    return await runStep(step, scope, how, context);
  } catch (error) {
    return { gathered: { ...nothingGathered, stopped: defect(error) }, captures: scope.captures };
  }
}
