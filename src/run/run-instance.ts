import { randomBytes } from 'node:crypto';
import type { FinishedEvent, Reason } from '../journal/index.js';
import type { Instance } from '../plan/index.js';
import { referencesIn, type Step, textsOf } from '../spec/index.js';
import type { RunContext } from './context.js';
import { type Gathered, join, nothingGathered, verdictOfCase } from './outcome.js';
import { runComparison } from './run-comparison.js';
import { runStep } from './run-step.js';
import type { Scope } from './scope.js';

/** How long the clean-up of an interrupted case may take, in milliseconds. */
const cleanUpMs = 30_000;

/** Runs one instance to its verdict. Never rejects: a defect of the harness is a verdict too. */
export async function runInstance(instance: Instance, context: RunContext): Promise<FinishedEvent> {
  context.emit({ event: 'started', instance: instance.id, at: context.elapsed() });
  const started = context.clock.now();
  const gathered = await gather(instance, context).catch((error: unknown): Gathered => ({ ...nothingGathered, stopped: { verdict: 'error', reason: defect(error) } }));
  const { verdict, reason } = verdictOfCase(instance.case.level, gathered);
  const finished: FinishedEvent = {
    event: 'finished',
    instance: instance.id,
    at: context.elapsed(),
    durationMs: Math.round(context.clock.now() - started),
    verdict,
    ...(reason === undefined ? {} : { reason }),
    findings: gathered.findings,
    ...(verdict === 'observed' ? { observed: gathered.observed } : {}),
    ...(gathered.recovered && verdict === 'passed' ? { flaky: true } : {}),
    requests: gathered.requests,
  };
  context.emit(finished);
  return finished;
}

async function gather(instance: Instance, context: RunContext): Promise<Gathered> {
  const { body, finally: last } = instance.case;
  let scope: Scope = { target: context.target, bindings: instance.bindings, nonce: randomBytes(6).toString('hex'), captures: new Map() };
  let gathered = nothingGathered;
  try {
    if (body.kind === 'compare') {
      gathered = await runComparison(body.sides, body.judgement, scope, instance.id, context, context.signal);
    } else {
      for (const step of body.steps) {
        const result = await runStep(step, scope, instance.id, context, context.signal);
        gathered = join(gathered, result.gathered);
        scope = { ...scope, captures: result.captures };
        if (result.gathered.stopped !== undefined || result.gathered.findings.some(({ holds }) => !holds)) break;
      }
    }
  } finally {
    gathered = join(gathered, await cleanUp(last, scope, instance.id, context));
  }
  return gathered;
}

/** Clean-up runs whatever happened before, all of it, and with a signal of its own when the run was interrupted. */
async function cleanUp(steps: readonly Step[], before: Scope, instance: string, context: RunContext): Promise<Gathered> {
  let gathered = nothingGathered;
  let scope = before;
  for (const step of steps) {
    if (capturesOf(step).some((name) => !scope.captures.has(name))) continue;
    const result = await runStep(step, scope, instance, context, AbortSignal.timeout(cleanUpMs));
    gathered = join(gathered, result.gathered);
    scope = { ...scope, captures: result.captures };
  }
  return gathered;
}

function capturesOf(step: Step): readonly string[] {
  return [...textsOf([step.action, step.expectations])]
    .flatMap(({ text }) => referencesIn(text))
    .flatMap(({ reference: [root, name] }) => (root === 'captures' && name !== undefined ? [name] : []));
}

function defect(error: unknown): Reason {
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'harness.defect', message: `the harness itself failed: ${message}` };
}
