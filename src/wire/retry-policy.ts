import type { Exchange } from './exchange.js';
import type { WireFault } from './fault.js';
import { retryAfter } from './retry-after.js';

export interface RetryPolicy {
  /** How often a request is sent at most; 1 never sends again. */
  readonly attempts: number;
  /** How long one request may wait in all, between its attempts. */
  readonly budgetMs: number;
  /** Before the second attempt when the response asks for nothing; doubled for each further one. */
  readonly minDelayMs: number;
  readonly maxDelayMs: number;
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 4, budgetMs: 60_000, minDelayMs: 500, maxDelayMs: 20_000 };

/** Why an exchange may be sent again: `429`, `503`, or the code of its fault. Undefined when it may not. */
export function retryReason(exchange: Exchange): string | undefined {
  const { fault, response } = exchange;
  if (fault !== undefined) return isPassing(fault) ? fault.code : undefined;
  const status = response?.status;
  return status === 429 || status === 503 ? String(status) : undefined;
}

/**
 * Only faults of the network that may pass by themselves, before any byte of a response. A certificate, a proxy or a
 * name that does not exist stays as it is; a limit that was hit or an abort is the answer.
 */
function isPassing(fault: WireFault): boolean {
  if (!fault.beforeResponse) return false;
  switch (fault.code) {
    case 'refused':
    case 'reset':
    case 'connect-timeout':
      return true;
    case 'dns':
      return fault.cause === 'EAI_AGAIN';
    case 'tls':
    case 'head-timeout':
    case 'idle-timeout':
    case 'total-timeout':
    case 'body-too-large':
    case 'head-too-large':
    case 'malformed':
    case 'aborted':
    case 'proxy':
    case 'transport':
      return false;
  }
}

export interface WaitSituation {
  /** Attempts made so far, from 1. */
  readonly made: number;
  readonly waitedMs: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** From 0 to 1: spreads requests that were refused together, so that they do not come back together. */
  readonly random: number;
}

/** How long to wait before sending again; undefined when that would pass the budget. Never less than was asked for. */
export function retryWait(exchange: Exchange, policy: RetryPolicy, situation: WaitSituation): number | undefined {
  const left = policy.budgetMs - situation.waitedMs;
  const asked = retryAfter(exchange.response?.headers ?? [], situation.now);
  const backoff = Math.min(policy.maxDelayMs, policy.minDelayMs * 2 ** (situation.made - 1));
  const wait = asked === undefined ? backoff : Math.max(asked, policy.minDelayMs);
  return wait > left ? undefined : Math.min(left, wait * (1 + situation.random / 4));
}
