import { type Answered, readAspects } from '../judge/index.js';
import { estimateAction } from '../plan/index.js';
import type { Sending } from '../spec/index.js';
import type { RunContext } from './context.js';
import type { Scope } from './scope.js';
import type { Stop } from './stop.js';
import { quotaOf, type RequestAdmission } from './traffic/index.js';

export interface AdmittedAs {
  /** A quota that is used up is waited for. */
  readonly retry: boolean;
  /** Whatever the run may still spend: clean-up is sent. */
  readonly mustSend?: boolean;
}

/** Lets the request of an action through when its turn has come. What is asked of a statement under way costs no tokens. */
export function admissionOf(
  action: Sending,
  scope: Scope,
  { retry, mustSend = false }: AdmittedAs,
  { traffic, target, share }: RunContext,
  goesOn: boolean,
): RequestAdmission {
  const { inputTokens, outputTokens } = estimateAction(action, scope.bindings, target);
  return traffic.admit({
    quota: quotaOf(action, scope),
    tokens: goesOn ? 0 : inputTokens + outputTokens,
    waits: retry,
    mustSend,
    share,
  });
}

/** Why nothing was sent. */
export function heldBecause(admission: RequestAdmission): Stop {
  const reason = admission.refusal();
  if (reason === undefined) throw new Error('nothing was sent, and nothing says why');
  return { verdict: 'inconclusive', reason };
}

/** An answer that says what it cost says it better than any estimate. */
export function settle(answer: Answered, admission: RequestAdmission): void {
  if ((answer.response?.status ?? 400) >= 400) return;
  const { usage } = readAspects(['usage'], answer, { apis: [] });
  const { input = 0, output = 0, total = input + output } = (usage ?? {}) as Readonly<Record<string, number>>;
  if (total > 0) admission.settle(total);
}
