import type { Reason } from '../journal/index.js';
import type { Json } from '../json/index.js';
import { type Finding, type Verdict, verdictOf } from '../judge/index.js';
import type { Level } from '../spec/index.js';
import type { Stop } from './stop.js';

/** What running a case gathers, step by step. */
export interface Gathered {
  readonly findings: readonly Finding[];
  readonly observed: Readonly<Record<string, Json>>;
  readonly requests: number;
  /** The network failed on the way, and then did not. */
  readonly recovered: boolean;
  /** Set when the case could not be judged to its end. */
  readonly stopped?: Stop;
}

/** What became of a case. */
export interface Judged {
  readonly verdict: Verdict;
  readonly reason?: Reason;
}

export const nothingGathered: Gathered = { findings: [], observed: {}, requests: 0, recovered: false };

export function join(before: Gathered, after: Gathered): Gathered {
  const stopped = before.stopped ?? after.stopped;
  return {
    findings: [...before.findings, ...after.findings],
    observed: { ...before.observed, ...after.observed },
    requests: before.requests + after.requests,
    recovered: before.recovered || after.recovered,
    ...(stopped === undefined ? {} : { stopped }),
  };
}

export function verdictOfCase(level: Level, { findings, observed, stopped }: Gathered): Judged {
  if (stopped !== undefined) return stopped;
  if (level !== 'OBSERVE') {
    const verdict = verdictOf(level, findings);
    return verdict === 'error' ? unjudged('nothing-judged', 'nothing was judged') : { verdict };
  }
  if (findings.some(({ holds }) => !holds)) {
    const message = 'a step that has to hold first did not, so that nothing could be observed';
    return { verdict: 'inconclusive', reason: { code: 'control.failed', message } };
  }
  if (Object.keys(observed).length === 0) return unjudged('nothing-observed', 'nothing was observed');
  return { verdict: 'observed' };
}

function unjudged(code: string, message: string): Judged {
  return { verdict: 'error', reason: { code, message } };
}
