import { recordExchange } from '../journal/index.js';
import { type Answered, answered } from '../judge/index.js';
import type { Action } from '../spec/index.js';
import { type Attempt, defaultRetryPolicy, sendWithRetry } from '../wire/index.js';
import { buildRequest } from './build-request.js';
import type { RunContext } from './context.js';
import type { Scope } from './scope.js';

/** How an action is to be sent, and how the journal calls it. */
export interface Performance {
  readonly instance: string;
  readonly step: string;
  /** False when a refusal for quota is what the spec expects. */
  readonly retry: boolean;
  readonly signal: AbortSignal;
}

/** What an action brought: the last answer, and how it was reached. */
export interface Performed {
  readonly answered: Answered;
  readonly requests: number;
  /** An earlier attempt had a transport fault. */
  readonly recovered: boolean;
}

/** Sends one action, again where that is honest, and writes every attempt to the journal. */
export async function perform(action: Action, scope: Scope, performance: Performance, context: RunContext): Promise<Performed> {
  const { request, sender, api } = buildRequest(action, scope, context.apis, context.userAgent);
  const policy = { ...defaultRetryPolicy, budgetMs: context.target.limits.retryBudgetMs, ...(performance.retry ? {} : { attempts: 1 }) };
  const attempts = await sendWithRetry(context.client, request, policy, performance.signal, context.clock);
  for (const [index, { exchange, retried }] of attempts.entries()) {
    context.emit({
      event: 'exchange',
      instance: performance.instance,
      at: context.elapsed(),
      step: performance.step,
      attempt: index + 1,
      ...(retried === undefined ? {} : { retried }),
      identity: sender.auth === 'none' || sender.auth === 'invalid' ? sender.auth : sender.identity,
      exchange: recordExchange(context.redactor.exchange(exchange)),
    });
  }
  const last = attempts.at(-1) as Attempt;
  return {
    answered: answered(last.exchange, api),
    requests: attempts.length,
    recovered: attempts.slice(0, -1).some(({ exchange }) => exchange.fault !== undefined),
  };
}
