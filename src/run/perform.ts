import { recordExchange } from '../journal/index.js';
import { type Answered, answered } from '../judge/index.js';
import type { Action } from '../spec/index.js';
import { type Attempt, defaultRetryPolicy, type SendOptions } from '../wire/index.js';
import { sendWithRetry } from '../wire/sending.js';
import { buildRequest } from './build-request.js';
import type { RunContext } from './context.js';
import type { Scope } from './scope.js';

/** What an action brought: the last answer, and how it was reached. */
export interface Performed {
  readonly answered: Answered;
  /** Without secrets. */
  readonly attempts: readonly Attempt[];
  /** Role of the identity that asked; `none` or `invalid` when it was nobody. */
  readonly identity: string;
}

/** Sends one action, again where that is honest. Without `retry`, once: a refusal for quota is what the spec is about. */
export async function perform(
  action: Action,
  scope: Scope,
  how: { readonly retry: boolean; readonly signal: AbortSignal },
  context: RunContext,
): Promise<Performed> {
  const { request, sender, api } = buildRequest(action, scope, context.apis, context.userAgent);
  const policy = {
    ...defaultRetryPolicy,
    budgetMs: context.target.limits.retryBudgetMs,
    ...(how.retry ? {} : { attempts: 1 }),
  };
  const sent = await sendWithRetry(context.client, request, policy, how.signal, context.clock, optionsOf(action));
  // What is judged is what is recorded: findings quote answers cut short, and half a secret would not be recognised.
  const attempts = sent.map((attempt) => ({ ...attempt, exchange: context.redactor.exchange(attempt.exchange) }));
  const last = attempts.at(-1) as Attempt;
  return {
    answered: answered(last.exchange, api),
    attempts,
    identity: sender.auth === 'none' || sender.auth === 'invalid' ? sender.auth : sender.identity,
  };
}

function optionsOf(action: Action): SendOptions {
  const frames = action.kind === 'call' ? action.call['abort-after'] : undefined;
  return frames === undefined ? {} : { abortAfterFrames: frames };
}

/** Whether the network failed on the way to the answer. */
export function hasRecovered({ attempts }: Performed): boolean {
  return attempts.slice(0, -1).some(({ exchange }) => exchange.fault !== undefined);
}

export interface RecordedAs {
  readonly instance: string;
  readonly step: string;
  /** How many attempts the step has made before these. */
  readonly before: number;
  /** The step is tried again, because what it waits for has not come about. */
  readonly again: boolean;
}

/** Writes every attempt to the journal. */
export function recordAttempts(
  { attempts, identity }: Performed,
  { instance, step, before, again }: RecordedAs,
  context: RunContext,
): void {
  for (const [index, { exchange, retried }] of attempts.entries()) {
    const why = retried ?? (again ? 'eventually' : undefined);
    context.emit({
      event: 'exchange',
      instance,
      at: context.elapsed(),
      step,
      attempt: before + index + 1,
      ...(why === undefined ? {} : { retried: why }),
      identity,
      exchange: recordExchange(exchange),
    });
  }
}
