import type { PlacedService, Principal } from '../account/account.js';
import { applyingTo, type RateLimit } from '../account/rate-limit.js';
import { proceed, type Reply, type Step } from './reply.js';

/** Counts requests against the limits of services; one for all origins of an account. */
export interface RateLimits {
  /** Lets a request to a service through, or refuses it. What is refused does not count. */
  admit(place: PlacedService, caller: Principal): Step<Admission>;
}

/** A request that was let through. */
export interface Admission {
  /** What its answer came to is known only afterwards, and counts against later requests. */
  used(tokens: number): void;
}

interface Period {
  readonly startedAt: number;
  count: number;
}

/** `now` gives epoch milliseconds. A period begins with the first request after the last one. */
export function createRateLimits(now: () => number): RateLimits {
  const periods = new Map<string, Period>();

  const periodOf = (key: string, { periodMs }: RateLimit): Period => {
    const current = periods.get(key);
    if (current !== undefined && now() < current.startedAt + periodMs) return current;
    const next = { startedAt: now(), count: 0 };
    periods.set(key, next);
    return next;
  };

  return {
    admit(place, caller) {
      const { limits = [] } = place.service;
      const counted: { readonly limit: RateLimit; readonly period: Period }[] = [];
      for (const limit of applyingTo(limits, caller)) {
        const user = limit.counts === 'each user' ? caller.name : '';
        const period = periodOf(`${place.fullName} ${limits.indexOf(limit)} ${user}`, limit);
        if (period.count >= limit.most) {
          const restMs = period.startedAt + limit.periodMs - now();
          return { done: true, reply: refusalOf(limit, place.fullName, restMs) };
        }
        counted.push({ limit, period });
      }
      const count = (unit: RateLimit['unit'], by: number) => {
        for (const { limit, period } of counted) if (limit.unit === unit) period.count += by;
      };
      count('requests', 1);
      return proceed({ used: (tokens) => count('tokens', tokens) });
    },
  };
}

// Code and wording as users have pasted them (n8n-io/n8n#38642 and its error tests).
function refusalOf({ setBy, counts, unit, saysRetryAfter }: RateLimit, service: string, restMs: number): Reply {
  if (setBy === 'Databricks') {
    const message = 'The endpoint is temporarily disabled due to a Databricks-set rate limit of 0.';
    return { kind: 'error', status: 403, code: 'PERMISSION_DENIED', message };
  }
  const whose = counts === 'all users' ? 'workspace' : 'user';
  const what = unit === 'requests' ? 'QPS' : 'output tokens per minute';
  return {
    kind: 'error',
    status: 429,
    code: 'REQUEST_LIMIT_EXCEEDED',
    message: `REQUEST_LIMIT_EXCEEDED: Exceeded ${whose} ${what} rate limit for ${service}.`,
    ...(saysRetryAfter && { headers: { 'retry-after': String(Math.ceil(restMs / 1_000)) } }),
  };
}

/** A budget that blocks names itself in the message ("Manage budgets for Unity AI Gateway"). */
export function refuseOverBudget(caller: Principal): Step<void> {
  if (caller.overBudget !== true) return proceed(undefined);
  const message = 'PERMISSION_DENIED: Budget limit exceeded: requests of this user are blocked until it is reset.';
  return { done: true, reply: { kind: 'error', status: 403, code: 'PERMISSION_DENIED', message } };
}
