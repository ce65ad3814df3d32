import type { Finding } from '../judge/index.js';
import { referencesIn, type Step, textsOf } from '../spec/index.js';
import type { RunContext } from './context.js';
import { expectsQuota } from './expects-quota.js';
import type { Judged } from './outcome.js';
import { inStep, runStepSafely } from './run-steps.js';
import type { Scope } from './scope.js';

export interface CleanedUp {
  /** One that does not hold says that something may have been left behind. */
  readonly findings: readonly Finding[];
  readonly requests: number;
}

/**
 * Runs the clean-up whatever happened before: all of it, whichever part fails. It goes on after an interruption, as long
 * as the context grants. A step that needs a capture which was never made has nothing to clean up.
 */
export async function cleanUp(
  steps: readonly Step[],
  before: Scope,
  instance: string,
  context: RunContext,
): Promise<CleanedUp> {
  const findings: Finding[] = [];
  let requests = 0;
  let scope = before;
  for (const step of steps) {
    if (neededCaptures(step).some((name) => !scope.captures.has(name))) continue;
    const how = {
      instance,
      aboutQuota: step.expectations.some(expectsQuota),
      signal: context.cleanUpSignal,
      mustSend: true,
    };
    const { gathered, captures } = await runStepSafely(step, scope, how, context);
    findings.push(...inStep(step, gathered));
    if (gathered.stopped !== undefined) {
      const { message } = gathered.stopped.reason;
      findings.push({ check: 'clean-up', holds: false, message, step: step.label, line: step.action.line });
    }
    requests += gathered.requests;
    scope = { ...scope, captures };
  }
  return { findings, requests };
}

export function together(first: CleanedUp, second: CleanedUp): CleanedUp {
  return { findings: [...first.findings, ...second.findings], requests: first.requests + second.requests };
}

/**
 * A clean-up that failed says nothing about the requirement, so it cannot break one. But a case that left something
 * behind is not a success either: the next run begins with it.
 */
export function afterCleanUp(judged: Judged, { findings }: CleanedUp): Judged {
  const failed = findings.find(({ holds }) => !holds);
  if (failed === undefined || (judged.verdict !== 'passed' && judged.verdict !== 'observed')) return judged;
  const message = `the case was ${judged.verdict}, but its clean-up failed: ${failed.message}`;
  return { verdict: 'error', reason: { code: 'clean-up.failed', message } };
}

function neededCaptures(step: Step): readonly string[] {
  return [...textsOf([step.action, step.expectations, step.captures])]
    .flatMap(({ text }) => referencesIn(text))
    .flatMap(({ reference: [root, name] }) => (root === 'captures' && name !== undefined ? [name] : []));
}
