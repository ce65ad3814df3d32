import { type Answered, type Finding, type JudgeContext, judge } from '../judge/index.js';
import { copiesOf, timesOf } from '../plan/index.js';
import type { Eventually, Step } from '../spec/index.js';
import { act } from './act.js';
import type { RunContext } from './context.js';
import { joinCopies, labelOf } from './copies.js';
import { recordAttempts } from './perform.js';
import type { Performed } from './performed.js';
import { resolve, type Scope } from './scope.js';
import { type Stop, stopOf } from './stop.js';
import { unsettled } from './unsettled.js';

/** How a step is run. */
export interface StepRun {
  readonly instance: string;
  /** 429 is the answer that the step is about. */
  readonly aboutQuota: boolean;
  readonly signal: AbortSignal;
  /** Whatever the run may still spend: clean-up is sent. */
  readonly mustSend?: boolean;
}

/** A step that was sent once, with all its copies. */
export interface Try {
  /** One for each copy. */
  readonly performed: readonly Performed[];
  readonly findings: readonly Finding[];
  readonly stop: Stop | undefined;
}

/** Sends a step, with `eventually` until it holds, the time is over or the number is reached. At least one try. */
export async function tryUntilItHolds(
  step: Step,
  scope: Scope,
  how: StepRun,
  context: RunContext,
): Promise<readonly Try[]> {
  const { clock } = context;
  const goesOn = patienceOf(step, scope, clock.now());
  const everyMs = step.eventually?.everyMs ?? 0;
  const scopes = Array.from({ length: copiesOf(step, scope.bindings) }, (_, index) => ({ ...scope, copy: index + 1 }));
  const performing = { retry: !how.aboutQuota, signal: how.signal, mustSend: how.mustSend === true };
  const tries: Try[] = [];
  let before = 0;
  for (let again = true; again; ) {
    const performed = await Promise.all(scopes.map((own) => act(step, own, performing, context)));
    again = false;
    try {
      const findings = performed.map(({ answered }, index) => judgeCopy(step, scopes[index], answered, context));
      const stops = performed.map(({ answered, stopped }) => stopped ?? stopOf(answered, how.aboutQuota));
      tries.push({
        performed,
        findings: joinCopies(findings, step.label),
        stop: stops.find((stop) => stop !== undefined),
      });
      const wrong =
        findings.flat().some(({ holds }) => !holds) && performed.every(({ stopped }) => stopped === undefined);
      again = wrong && goesOn(clock.now() + everyMs, tries.length) && !how.signal.aborted;
    } finally {
      for (const [index, copy] of performed.entries()) {
        const label = labelOf(step.label, index + 1, performed.length);
        recordAttempts(copy, { instance: how.instance, step: label, before, again }, context);
      }
    }
    before += Math.max(...performed.map(({ attempts }) => attempts.length));
    // An interruption ends the wait by rejecting it; the next try then ends at once, and says so.
    if (again && everyMs > 0) await clock.sleep(everyMs, how.signal).catch(() => undefined);
  }
  return tries;
}

/** Whether another try may follow, at a time and after a number of tries. */
function patienceOf(step: Step, { target }: Scope, now: number): (at: number, made: number) => boolean {
  const { eventually } = step;
  if (eventually === undefined) return () => false;
  const { withinMs } = eventually;
  const deadline = withinMs === undefined ? Number.POSITIVE_INFINITY : now + withinMs;
  const most = timesOf(step, target) ?? Number.POSITIVE_INFINITY;
  return (at, made) => at < deadline && made < most;
}

function judgeCopy(step: Step, scope: Scope | undefined, answered: Answered, context: RunContext): readonly Finding[] {
  if (scope === undefined) throw new Error('a copy has no scope');
  const expectations = step.expectations.map((expectation) => ({
    ...expectation,
    checks: resolve(expectation.checks, scope),
  }));
  return judge(expectations, answered, judgeContext(context));
}

export function judgeContext({ apis }: RunContext): JudgeContext {
  return { apis: Object.values(apis) };
}

/** Why a step that waited for a time cannot be judged: what it waits for was still coming about. */
export function stillChanging({ eventually }: Step, tries: readonly Try[]): Stop | undefined {
  // Where a number of requests is what is to bring it about, answers change on the way.
  if (!waitsForTime(eventually)) return undefined;
  // A refusal for quota or a fault of the network between two answers is no answer.
  const answers = tries
    .filter(({ stop }) => stop === undefined)
    .map(({ performed }) => performed.map(({ answered }) => inBrief(answered)).join(' '));
  const wavering = unsettled(answers);
  if (wavering === undefined) return undefined;
  const message = `the answer was still changing after ${eventually.withinMs} ms (${wavering.join(', ')})`;
  return { verdict: 'inconclusive', reason: { code: 'propagation.unsettled', message } };
}

function waitsForTime(eventually: Eventually | undefined): eventually is Eventually & { readonly withinMs: number } {
  return eventually?.withinMs !== undefined && eventually.times === undefined;
}

function inBrief({ exchange: { response, fault } }: Answered): string {
  return fault?.code ?? String(response?.status);
}
