import { type AnsweredSide, judgeComparison } from '../judge/index.js';
import type { Comparison, Side } from '../spec/index.js';
import type { RunContext } from './context.js';
import { expectsQuota } from './expects-quota.js';
import { type Gathered, join, nothingGathered } from './outcome.js';
import { hasRecovered, perform, recordAttempts } from './perform.js';
import { observe } from './run-step.js';
import { resolve, type Scope } from './scope.js';
import { stopOf } from './stop.js';
import { judgeContext } from './tries.js';

/** Sends every side, one after the other, and judges them together. A side that cannot be judged ends it: nothing is compared. */
export async function runComparison(
  sides: readonly Side[],
  judgement: Comparison,
  scope: Scope,
  instance: string,
  context: RunContext,
): Promise<Gathered> {
  const aboutQuota = judgement.kind === 'expect' && expectsQuota(judgement.all);
  const answers: AnsweredSide[] = [];
  let gathered = nothingGathered;
  for (const { name, action } of sides) {
    const performed = await perform(action, scope, { retry: !aboutQuota, signal: context.signal }, context);
    recordAttempts(performed, { instance, step: name, before: 0, again: false }, context);
    const { answered, attempts } = performed;
    const stopped = performed.stopped ?? stopOf(answered, aboutQuota);
    gathered = join(gathered, {
      ...nothingGathered,
      requests: attempts.length,
      recovered: hasRecovered(performed),
      ...(stopped === undefined ? {} : { stopped }),
    });
    if (stopped !== undefined) return gathered;
    answers.push({ name, answered });
  }
  return { ...gathered, ...judgeSides(answers, judgement, scope, context) };
}

function judgeSides(
  answers: readonly AnsweredSide[],
  judgement: Comparison,
  scope: Scope,
  context: RunContext,
): Pick<Gathered, 'findings'> | Pick<Gathered, 'observed'> {
  if (judgement.kind === 'observe') {
    const observed = answers.map(
      ({ name, answered }) => [name, observe(judgement.aspects, answered, context)] as const,
    );
    return { observed: Object.fromEntries(observed) };
  }
  const { all, equivalent, line } = judgement;
  const resolved = { ...all, checks: resolve(all.checks, scope) };
  return { findings: judgeComparison(answers, resolved, equivalent, line, judgeContext(context)) };
}
