import { type NamedPrivilege, namesPrivilege } from '../api/index.js';
import { type Answered, errorIn, judge, readAspects } from '../judge/index.js';
import type { CallTemplate } from '../spec/index.js';
import type { RunContext } from './context.js';
import { perform } from './perform.js';
import type { Scope } from './scope.js';
import { defect, type Stop, stopOf } from './stop.js';
import { judgeContext } from './tries.js';

/** What became of one call outside any spec. */
export type Asked =
  | {
      readonly kind: 'answered';
      /** The coarse word for the answer: `completion`, `denied`, `not-found`, `throttled` … */
      readonly outcome: string;
      readonly status: number | undefined;
      /** Why it is no completion, in words of the gateway where it has any. Without secrets. */
      readonly reason: string;
      /** The privilege that a refusal says is missing. */
      readonly privilege?: NamedPrivilege;
    }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** Sends one call and reads its answer as the judges of specs do. A quota that is used up is not waited for. */
export async function askModel(call: CallTemplate, context: RunContext): Promise<Asked> {
  const scope: Scope = {
    target: context.target,
    apis: context.apis,
    bindings: {},
    nonce: 'doctor',
    captures: new Map(),
  };
  const how = { retry: false, signal: context.signal };
  try {
    const { answered, stopped } = await perform({ kind: 'call', call, line: 0 }, scope, how, context);
    const stop = stopped ?? stopOf(answered, true);
    return stop === undefined ? asked(answered, context) : unanswered(stop);
  } catch (error) {
    return unanswered(defect(error));
  }
}

function unanswered({ reason }: Stop): Asked {
  return { kind: 'unanswered', reason: reason.message };
}

function asked(answered: Answered, context: RunContext): Asked {
  const outcome = String(readAspects(['outcome'], answered, judgeContext(context))['outcome']);
  const { response } = answered;
  const error = errorOf(answered);
  const privilege = error === undefined ? undefined : namesPrivilege(error);
  return {
    kind: 'answered',
    outcome,
    status: response?.status,
    reason: reasonOf(answered, context),
    ...(privilege === undefined ? {} : { privilege }),
  };
}

function reasonOf(answered: Answered, context: RunContext): string {
  const { response, exchange } = answered;
  if (response === undefined) return exchange.fault?.message ?? 'there is no response';
  const error = errorOf(answered);
  if (error === undefined) {
    const expectation = { checks: { completion: {} }, lines: {}, outcomes: ['completion' as const] };
    return judge([expectation], answered, judgeContext(context)).find(({ holds }) => !holds)?.message ?? '';
  }
  const code = ('code' in error ? error.code : undefined) ?? ('prefix' in error ? error.prefix : undefined);
  const message = 'message' in error ? error.message : undefined;
  const said = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
  return said === '' ? `HTTP ${response.status}` : `HTTP ${response.status}, ${said}`;
}

function errorOf({ response }: Answered) {
  return response === undefined || response.status < 300 ? undefined : errorIn(response);
}
