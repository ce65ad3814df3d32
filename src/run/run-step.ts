import type { Json } from '../json/index.js';
import { type Answered, type Finding, type JudgeContext, judge, readAspects } from '../judge/index.js';
import { copiesOf } from '../plan/index.js';
import type { Aspect, Step } from '../spec/index.js';
import { capture } from './capture.js';
import type { RunContext } from './context.js';
import { joinCopies, labelOf } from './copies.js';
import type { Gathered } from './outcome.js';
import { hasRecovered, type Performed, perform, recordAttempts } from './perform.js';
import { resolve, type Scope } from './scope.js';
import { type Stop, stopOf } from './stop.js';
import { unsettled } from './unsettled.js';

/** What a step brought, and what later steps may look up. */
export interface StepResult {
  readonly gathered: Gathered;
  readonly captures: ReadonlyMap<string, Json>;
}

/** How a step is run. */
export interface StepRun {
  readonly instance: string;
  /** 429 is the answer that the step is about. */
  readonly aboutQuota: boolean;
  readonly signal: AbortSignal;
}

interface Try {
  /** One for each copy. */
  readonly performed: readonly [Performed, ...Performed[]];
  readonly findings: readonly Finding[];
  readonly stop: Stop | undefined;
}

/** Sends a step and judges its answer; with `eventually`, again until it holds or the time is over. */
export async function runStep(step: Step, scope: Scope, how: StepRun, context: RunContext): Promise<StepResult> {
  const tries = await tryUntilItHolds(step, scope, how, context);
  const { performed, findings, stop } = tries.at(-1) as Try;
  const [{ answered }] = performed;
  const stopped = stop ?? (findings.some(({ holds }) => !holds) ? stillChanging(step, tries) : undefined);
  const { captures, missing } = capture(step, answered, scope);
  const gathered: Gathered = {
    findings: stopped === undefined ? [...findings, ...missing] : [],
    observed: stopped === undefined && step.observe.length > 0 ? observe(step.observe, answered, context) : {},
    requests: tries.flatMap((one) => one.performed).reduce((sum, { attempts }) => sum + attempts.length, 0),
    recovered:
      tries.some((one) => one.performed.some(hasRecovered)) ||
      tries.slice(0, -1).some((one) => one.performed.some((copy) => copy.answered.exchange.fault !== undefined)),
    ...(stopped === undefined ? {} : { stopped }),
  };
  return { gathered, captures };
}

/** What is recorded of an answer. One that never came whole has no aspects but its fault, so that is never left out. */
export function observe(aspects: readonly Aspect[], answered: Answered, context: RunContext): Gathered['observed'] {
  const read: readonly Aspect[] =
    answered.response === undefined ? [...new Set<Aspect>(['outcome', ...aspects])] : aspects;
  return readAspects(read, answered, judgeContext(context));
}

export function judgeContext({ apis }: RunContext): JudgeContext {
  return { apis: Object.values(apis) };
}

async function tryUntilItHolds(step: Step, scope: Scope, how: StepRun, context: RunContext): Promise<readonly Try[]> {
  const { clock } = context;
  const { withinMs, everyMs } = step.eventually ?? { withinMs: 0, everyMs: 0 };
  const deadline = clock.now() + withinMs;
  const scopes = Array.from({ length: copiesOf(step, scope.bindings) }, (_, index) => ({ ...scope, copy: index + 1 }));
  const tries: Try[] = [];
  let before = 0;
  for (let again = true; again; ) {
    const performed = await Promise.all(
      scopes.map((own) => perform(step.action, own, { retry: !how.aboutQuota, signal: how.signal }, context)),
    );
    again = false;
    try {
      const findings = performed.map(({ answered }, index) =>
        judgeCopy(step, scopes[index] ?? scope, answered, context),
      );
      const stop = performed
        .map(({ answered }) => stopOf(answered, how.aboutQuota))
        .find((found) => found !== undefined);
      const [first, ...others] = performed;
      if (first === undefined) throw new Error('a step has at least one copy');
      tries.push({ performed: [first, ...others], findings: joinCopies(findings, step.label), stop });
      again = findings.flat().some(({ holds }) => !holds) && clock.now() + everyMs < deadline && !how.signal.aborted;
    } finally {
      for (const [index, copy] of performed.entries()) {
        const label = labelOf(step.label, index + 1, performed.length);
        recordAttempts(copy, { instance: how.instance, step: label, before, again }, context);
      }
    }
    before += Math.max(...performed.map(({ attempts }) => attempts.length));
    // An interruption ends the wait by rejecting it; the next try then ends at once, and says so.
    if (again) await clock.sleep(everyMs, how.signal).catch(() => undefined);
  }
  return tries;
}

function judgeCopy(step: Step, scope: Scope, answered: Answered, context: RunContext): readonly Finding[] {
  const expectations = step.expectations.map((expectation) => ({
    ...expectation,
    checks: resolve(expectation.checks, scope),
  }));
  return judge(expectations, answered, judgeContext(context));
}

function stillChanging({ eventually }: Step, tries: readonly Try[]): Stop | undefined {
  if (eventually === undefined) return undefined;
  // A refusal for quota or a fault of the network between two answers is no answer.
  const answers = tries
    .filter(({ stop }) => stop === undefined)
    .map(({ performed }) => performed.map(({ answered }) => inBrief(answered)).join(' '));
  const wavering = unsettled(answers);
  if (wavering === undefined) return undefined;
  const message = `the answer was still changing after ${eventually.withinMs} ms (${wavering.join(', ')})`;
  return { verdict: 'inconclusive', reason: { code: 'propagation.unsettled', message } };
}

function inBrief({ exchange: { response, fault } }: Answered): string {
  return fault?.code ?? String(response?.status);
}
