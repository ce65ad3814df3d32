import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { CompiledApi } from '../api/index.js';
import { type ChangeLog, openChangeLog } from '../grants/index.js';
import type { JournalEvent } from '../journal/index.js';
import { secretsOf, type Target } from '../target/index.js';
import { createRedactor, type RetryClock, type WireClient } from '../wire/index.js';
import { createWireClient } from '../wire/sending.js';
import type { RunContext } from './context.js';
import { openCredentials } from './credentials/index.js';
import { graceAfter } from './grace.js';
import { type Budget, createTraffic, unlimited } from './traffic/index.js';

export interface ContextOptions {
  readonly target: Target;
  readonly apis: Readonly<Record<string, CompiledApi>>;
  readonly tool: { readonly name: string; readonly version: string };
  readonly emit: (event: JournalEvent) => void;
  /** Aborts when the user interrupts: requests in flight end, clean-up still runs. */
  readonly signal: AbortSignal;
  /** How many cases may run at once. Default: the target's limit. */
  readonly concurrency?: number;
  /** What the run may spend in all. Default: the target's limits. */
  readonly budget?: Budget;
  readonly clock?: RetryClock;
  /** Epoch milliseconds; what an earlier run began with that this one continues. Default: now. */
  readonly startedAt?: number;
  /** Default: one that speaks HTTP, within the target's limits. */
  readonly client?: WireClient;
  /** Where changes of grants are written down. Default: beside the target file. */
  readonly grants?: ChangeLog;
}

export interface OpenContext {
  readonly context: RunContext;
  readonly concurrency: number;
  /** What the run may spend in all. */
  readonly budget: Budget;
  close(): Promise<void>;
}

const realClock: RetryClock = {
  // Epoch time that never runs backwards.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
};

/** Opens connections to a target, and everything else that running an instance needs. */
export function openContext(options: ContextOptions): OpenContext {
  const { target, apis, tool, emit, signal, clock = realClock } = options;
  const concurrency = options.concurrency ?? target.limits.concurrency;
  const budget = budgetOf(options);
  const started = options.startedAt ?? clock.now();
  // Copies that are meant to be under way at the same time must not queue for a connection.
  const connections = Math.max(concurrency, target.limits.atOnce);
  const client = options.client ?? createWireClient({ limits: target.limits.wire, connections });
  const redactor = createRedactor(secretsOf(target));
  const grace = graceAfter(signal, clock);
  const userAgent = `${tool.name}/${tool.version}`;
  const context: RunContext = {
    target,
    client,
    apis,
    redactor,
    grants: options.grants ?? openChangeLog(target),
    credentials: openCredentials({ target, client, clock, redactor, userAgent, signal: grace.signal }),
    clock,
    traffic: createTraffic(target.limits, budget, clock),
    share: unlimited,
    emit,
    elapsed: () => Math.round(clock.now() - started),
    userAgent,
    signal,
    cleanUpSignal: grace.signal,
  };
  const close = () => {
    grace.end();
    return client.close();
  };
  return { context, concurrency, budget, close };
}

function budgetOf({ budget = {}, target: { limits } }: ContextOptions): Budget {
  const requests = budget.requests ?? limits.totalRequests;
  const tokens = budget.tokens ?? limits.totalTokens;
  return { ...(requests === undefined ? {} : { requests }), ...(tokens === undefined ? {} : { tokens }) };
}
