import type { Json } from '../json/index.js';
import type { Reason } from '../journal/index.js';
import { type Answered, type Finding, type Verdict, verdictOf } from '../judge/index.js';
import type { Level } from '../spec/index.js';
import type { WireFault } from '../wire/index.js';

/** What running a case gathers, step by step. */
export interface Gathered {
  readonly findings: readonly Finding[];
  readonly observed: Readonly<Record<string, Json>>;
  readonly requests: number;
  readonly recovered: boolean;
  /** Set when the case could not be judged to its end. */
  readonly stopped?: Stop;
}

/** Why a case ended without a judgement. */
export interface Stop {
  readonly verdict: Extract<Verdict, 'error' | 'inconclusive'>;
  readonly reason: Reason;
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

/** A violation that was found outweighs a later stop: it stands whatever came after it. */
export function verdictOfCase(level: Level, { findings, observed, stopped }: Gathered): { readonly verdict: Verdict; readonly reason?: Reason } {
  const violated = findings.some(({ holds }) => !holds);
  if (stopped !== undefined && !violated) return stopped;
  if (level === 'OBSERVE') {
    if (!violated) return Object.keys(observed).length > 0 ? { verdict: 'observed' } : { verdict: 'error', reason: { code: 'nothing-observed', message: 'nothing was observed' } };
    return { verdict: 'inconclusive', reason: { code: 'control.failed', message: 'a step that has to hold first did not, so that nothing could be observed' } };
  }
  return { verdict: verdictOf(level, findings) };
}

/** Faults that say nothing about the gateway: the network, or the harness's own user. */
export function stopOf({ exchange }: Answered, quotaExpected: boolean): Stop | undefined {
  if (exchange.fault !== undefined) return stopOfFault(exchange.fault);
  if (exchange.response?.status === 429 && !quotaExpected) {
    return { verdict: 'inconclusive', reason: { code: 'quota.saturated', message: 'the gateway still answered 429 when the time for waiting was used up' } };
  }
  return undefined;
}

function stopOfFault(fault: WireFault): Stop | undefined {
  const error = (message: string): Stop => ({ verdict: 'error', reason: { code: `wire.${fault.code}`, message } });
  switch (fault.code) {
    case 'aborted':
      return { verdict: 'error', reason: { code: 'interrupted', message: 'the run was interrupted while this was under way' } };
    case 'dns':
    case 'refused':
    case 'tls':
    case 'proxy':
    case 'connect-timeout':
      return error(fault.message);
    case 'reset':
    case 'transport':
      return fault.beforeResponse ? error(fault.message) : undefined;
    // A gateway that stalls, floods or breaks HTTP once it has begun to answer is judged for it.
    case 'head-timeout':
    case 'idle-timeout':
    case 'total-timeout':
    case 'body-too-large':
    case 'head-too-large':
    case 'malformed':
      return undefined;
  }
}
