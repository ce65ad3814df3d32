import { randomUUID } from 'node:crypto';
import type { FinishedEvent, Reason } from '../journal/index.js';
import { estimateInstance, type Instance } from '../plan/index.js';
import { afterCleanUp, cleanUp, together } from './clean-up.js';
import type { RunContext } from './context.js';
import { nothingGathered, verdictOfCase } from './outcome.js';
import { redactEvent } from './redact-event.js';
import { restoreChanges } from './restore-changes.js';
import { runComparison } from './run-comparison.js';
import { type Ran, runSteps } from './run-steps.js';
import type { Scope } from './scope.js';
import { defect } from './stop.js';

/**
 * Runs one instance to its verdict, also when the harness itself fails. One for which the run's budget has no room is not
 * begun. Rejects only when the journal cannot be written.
 */
export async function runInstance(instance: Instance, context: RunContext): Promise<FinishedEvent> {
  const share = context.traffic.budget.open(() => estimateInstance(instance, context.target));
  if ('code' in share) return notBegun(instance, share, context);
  try {
    return await runWithin(instance, { ...context, share });
  } finally {
    share.close();
  }
}

function notBegun({ id }: Instance, reason: Reason, context: RunContext): FinishedEvent {
  const finished: FinishedEvent = {
    event: 'finished',
    instance: id,
    at: context.elapsed(),
    durationMs: 0,
    verdict: 'skipped',
    reason,
    findings: [],
    requests: 0,
  };
  context.emit(finished);
  return finished;
}

async function runWithin(instance: Instance, context: RunContext): Promise<FinishedEvent> {
  const { id, case: item } = instance;
  context.emit({ event: 'started', instance: id, at: context.elapsed() });
  const started = context.clock.now();
  const { gathered, scope } = await runBody(instance, context);
  const cleanedUp = together(await cleanUp(item.finally, scope, id, context), await restoreChanges(instance, context));
  const { verdict, reason } = afterCleanUp(verdictOfCase(item.level, gathered), cleanedUp);
  const finished: FinishedEvent = redactEvent(
    {
      event: 'finished',
      instance: id,
      at: context.elapsed(),
      durationMs: Math.round(context.clock.now() - started),
      verdict,
      ...(reason === undefined ? {} : { reason }),
      findings: [...gathered.findings, ...cleanedUp.findings],
      ...(verdict === 'observed' ? { observed: gathered.observed } : {}),
      ...(verdict === 'passed' && gathered.recovered ? { flaky: true } : {}),
      requests: gathered.requests + cleanedUp.requests,
    },
    context.redactor,
  );
  context.emit(finished);
  return finished;
}

async function runBody({ id, case: item, bindings }: Instance, context: RunContext): Promise<Ran> {
  const { body } = item;
  // Node makes these in advance by the dozen; bytes of one's own are ten times as dear.
  const nonce = randomUUID().slice(-12);
  const scope: Scope = { target: context.target, apis: context.apis, bindings, nonce, captures: new Map() };
  if (body.kind === 'steps') return runSteps(body.steps, item, scope, id, context);
  const gathered = await runComparison(body.sides, body.judgement, scope, id, context).catch((error: unknown) => ({
    ...nothingGathered,
    stopped: defect(error),
  }));
  return { gathered, scope };
}
