import type { Reason } from '../journal/index.js';
import type { Answered, Verdict } from '../judge/index.js';
import type { WireFault } from '../wire/index.js';

/** Why a case ended without a judgement. */
export interface Stop {
  readonly verdict: Extract<Verdict, 'error' | 'inconclusive'>;
  readonly reason: Reason;
}

/** What keeps an answer from being judged: a fault that says nothing about the gateway, or a saturated quota. */
export function stopOf({ exchange }: Answered, aboutQuota: boolean): Stop | undefined {
  if (exchange.fault !== undefined) return stopOfFault(exchange.fault);
  if (exchange.response?.status !== 429 || aboutQuota) return undefined;
  const message = 'the gateway still answered 429 when the time for waiting was used up';
  return { verdict: 'inconclusive', reason: { code: 'quota.saturated', message } };
}

/** An error that carries a stop: something is missing before there is anything to send, and so no answer to judge. */
export function stopping(stop: Stop): Error {
  return Object.assign(new Error(stop.reason.message), { stop });
}

export const interrupted = errorBecause('interrupted', 'the run was interrupted while this was under way');

/** A failure of the harness is a verdict too: a run does not end for it. An error that carries a stop is that stop. */
export function defect(error: unknown): Stop {
  if (error instanceof Error && 'stop' in error) return error.stop as Stop;
  const message = error instanceof Error ? error.message : String(error);
  return errorBecause('harness.defect', `the harness itself failed: ${message}`);
}

function stopOfFault(fault: WireFault): Stop | undefined {
  switch (fault.code) {
    case 'aborted':
      return interrupted;
    case 'dns':
    case 'refused':
    case 'tls':
    case 'proxy':
    case 'connect-timeout':
      return errorBecause(`wire.${fault.code}`, fault.message);
    case 'reset':
    case 'transport':
      return fault.beforeResponse ? errorBecause(`wire.${fault.code}`, fault.message) : undefined;
    // A gateway that stalls, floods or breaks HTTP is judged for it, once it holds the connection.
    case 'head-timeout':
    case 'idle-timeout':
    case 'total-timeout':
    case 'body-too-large':
    case 'head-too-large':
    case 'malformed':
      return undefined;
  }
}

function errorBecause(code: string, message: string): Stop {
  return { verdict: 'error', reason: { code, message } };
}
