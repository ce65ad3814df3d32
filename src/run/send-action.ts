import type { StatementRequest } from '../api/index.js';
import { answered } from '../judge/index.js';
import type { Sending } from '../spec/index.js';
import { type Attempt, defaultRetryPolicy, type Exchange, type SendOptions, type WireRequest } from '../wire/index.js';
import { sendWithRetry } from '../wire/sending.js';
import { type AdmittedAs, admissionOf, heldBecause, settle } from './admission.js';
import type { BuiltRequest } from './build-request.js';
import type { RunContext } from './context.js';
import { issuedTokens } from './credentials/index.js';
import { provenRequest } from './proven-request.js';
import type { Scope } from './scope.js';
import type { Stop } from './stop.js';

export interface SendHow extends AdmittedAs {
  /** Send again where that is honest. Without it once: a refusal for quota is what the spec is about. */
  readonly retry: boolean;
  readonly signal: AbortSignal;
}

export interface Sent extends Pick<BuiltRequest, 'sender' | 'api'> {
  /** Without secrets; none when it was held back. */
  readonly attempts: readonly Attempt[];
  /** Of the last attempt; when there was none, of a request that was not sent. */
  readonly last: Exchange;
  /** Why it was held back: a quota stays used up, or the run's budget is. */
  readonly held?: Stop;
}

/** Sends the request of an action when its turn has come, or with `next` another one of its statement. */
export async function sendAction(
  action: Sending,
  scope: Scope,
  how: SendHow,
  context: RunContext,
  next?: StatementRequest,
): Promise<Sent> {
  const { request, sender, api } = await provenRequest(action, scope, how.signal, context, next);
  const policy = {
    ...defaultRetryPolicy,
    budgetMs: context.target.limits.retryBudgetMs,
    ...(how.retry ? {} : { attempts: 1 }),
  };
  const admission = admissionOf(action, scope, how, context, next !== undefined);
  const options = { ...optionsOf(action), admission };
  const sent = await sendWithRetry(context.client, request, policy, how.signal, context.clock, options);
  for (const { exchange } of sent) context.redactor.learn(issuedTokens(exchange));
  // What is judged is what is recorded: findings quote answers cut short, and half a secret would not be recognised.
  const attempts = sent.map((attempt) => ({ ...attempt, exchange: context.redactor.exchange(attempt.exchange) }));
  const asked = { attempts, sender, ...(api === undefined ? {} : { api }) };
  const last = attempts.at(-1)?.exchange;
  if (last === undefined) {
    return { ...asked, last: context.redactor.exchange(unsent(request)), held: heldBecause(admission) };
  }
  if (context.traffic.countsTokens) settle(answered(last, api), admission);
  return { ...asked, last };
}

function unsent(request: WireRequest): Exchange {
  const fault = { code: 'aborted', message: 'The request was not sent.', beforeResponse: true } as const;
  return { request, fault, times: { startedAt: 0, end: 0 } };
}

function optionsOf(action: Sending): SendOptions {
  const frames = action.kind === 'call' ? action.call['abort-after'] : undefined;
  return frames === undefined ? {} : { abortAfterFrames: frames };
}
