import { type Finding, judgeComparison, readAspects } from '../judge/index.js';
import type { Comparison, Side } from '../spec/index.js';
import type { RunContext } from './context.js';
import { type Gathered, stopOf } from './outcome.js';
import { perform } from './perform.js';
import { judgeContext } from './run-step.js';
import { resolve, type Scope } from './scope.js';

/** Sends every side, one after the other, and judges them together. */
export async function runComparison(sides: readonly Side[], judgement: Comparison, scope: Scope, instance: string, context: RunContext, signal: AbortSignal): Promise<Gathered> {
  const performed = [];
  for (const { name, action } of sides) {
    performed.push({ name, ...(await perform(action, scope, { instance, step: name, retry: true, signal }, context)) });
  }
  const requests = performed.reduce((sum, side) => sum + side.requests, 0);
  const recovered = performed.some((side) => side.recovered);
  const stopped = performed.map(({ answered }) => stopOf(answered, judgement.kind === 'observe')).find((stop) => stop !== undefined);
  if (stopped !== undefined) return { findings: [], observed: {}, requests, recovered, stopped };

  if (judgement.kind === 'observe') {
    const observed = Object.fromEntries(performed.map(({ name, answered }) => [name, readAspects(judgement.aspects, answered, judgeContext(context))]));
    return { findings: [], observed, requests, recovered };
  }
  const all = { ...judgement.all, checks: resolve(judgement.all.checks, scope) };
  const findings: readonly Finding[] = judgeComparison(performed, all, judgement.equivalent, judgement.line, judgeContext(context));
  return { findings, observed: {}, requests, recovered };
}
