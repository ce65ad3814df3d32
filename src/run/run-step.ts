import type { Json } from '../json/index.js';
import { type Answered, captureValue, type Finding, judge, readAspects } from '../judge/index.js';
import type { Expectation, Step } from '../spec/index.js';
import type { RunContext } from './context.js';
import { type Gathered, stopOf } from './outcome.js';
import { type Performed, perform } from './perform.js';
import { resolve, type Scope } from './scope.js';

/** What a step brought, and what later steps may look up. */
export interface StepResult {
  readonly gathered: Gathered;
  readonly captures: ReadonlyMap<string, Json>;
}

/** Sends a step and judges its answer; with `eventually`, again until it holds or the deadline passes. */
export async function runStep(step: Step, scope: Scope, instance: string, context: RunContext, signal: AbortSignal): Promise<StepResult> {
  const expectations = step.expectations.map((expectation) => ({ ...expectation, checks: resolve(expectation.checks, scope) }));
  const quotaExpected = expectations.some(expectsQuota) || step.observe.length > 0;
  const send = () => perform(step.action, scope, { instance, step: step.label, retry: !expectations.some(expectsQuota), signal }, context);
  const judged = (performed: Performed): Finding[] => judge(expectations, performed.answered, judgeContext(context)).map((finding) => ({ ...finding, step: step.label }));

  const started = context.clock.now();
  const everyMs = step.eventually?.everyMs ?? 0;
  const deadline = started + (step.eventually?.withinMs ?? 0);
  let performed = await send();
  let findings = judged(performed);
  let requests = performed.requests;
  let recovered = performed.recovered;
  const answers = new Set([fingerprint(performed.answered)]);
  while (findings.some(({ holds }) => !holds) && context.clock.now() + everyMs < deadline && !signal.aborted) {
    // An interruption ends the wait by rejecting it; the loop's condition sees the signal.
    await context.clock.sleep(everyMs, signal).catch(() => undefined);
    performed = await send();
    findings = judged(performed);
    requests += performed.requests;
    recovered ||= performed.recovered;
    answers.add(fingerprint(performed.answered));
  }

  const stopped = stopOf(performed.answered, quotaExpected) ?? (step.eventually === undefined ? undefined : unsettled(findings, answers, step.eventually.withinMs));
  const observed = stopped === undefined && step.observe.length > 0 ? readAspects(step.observe, performed.answered, judgeContext(context)) : {};
  const { captures, missing } = capture(step, performed.answered, scope.captures);
  const gathered: Gathered = { findings: stopped === undefined ? [...findings, ...missing] : [], observed, requests, recovered, ...(stopped === undefined ? {} : { stopped }) };
  return { gathered, captures };
}

export function judgeContext(context: RunContext): { readonly apis: RunContext['apis'][string][] } {
  return { apis: Object.values(context.apis) };
}

/** A spec that expects 429 must see it, not wait it away. */
function expectsQuota({ checks }: Expectation): boolean {
  const statuses = [checks.status, ...Object.values(checks).map((value) => (value as { status?: unknown } | undefined)?.status)].flat();
  return statuses.includes(429);
}

/** Wrong and still changing at the deadline is no answer; wrong and constant is a wrong answer. */
function unsettled(findings: readonly Finding[], answers: ReadonlySet<string>, withinMs: number): Gathered['stopped'] {
  if (answers.size < 2 || findings.every(({ holds }) => holds)) return undefined;
  return {
    verdict: 'inconclusive',
    reason: { code: 'propagation.unsettled', message: `the answer was still changing after ${withinMs} ms (${[...answers].join(', ')})` },
  };
}

function fingerprint({ exchange }: Answered): string {
  return exchange.response === undefined ? (exchange.fault?.code ?? 'nothing') : String(exchange.response.status);
}

function capture(step: Step, answer: Answered, before: ReadonlyMap<string, Json>): { readonly captures: ReadonlyMap<string, Json>; readonly missing: readonly Finding[] } {
  const captures = new Map(before);
  const missing: Finding[] = [];
  for (const [name, from] of Object.entries(step.captures)) {
    const value = captureValue(from, answer);
    if (value === undefined) {
      missing.push({ check: 'capture', holds: false, message: `the answer has nothing to capture as ${name}`, expected: from as Json, step: step.label, line: step.action.line });
    } else captures.set(name, value);
  }
  return { captures, missing };
}
