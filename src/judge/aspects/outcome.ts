import type { StatementProgress } from '../../api/index.js';
import { type Answered, errorIn, isReceived, type JudgeContext, type Received } from '../answered.js';
import { completion } from '../outcomes/completion.js';
import { credentialReason } from '../outcomes/other-reasons.js';
import { denialIn } from '../outcomes/policy.js';

/** One word for what became of a request, coarser than the named outcomes, so that every answer has one. */
export function outcomeAspect(answered: Answered, context: JudgeContext): string {
  if (!isReceived(answered)) return `not-http (${answered.exchange.fault?.code ?? 'no response'})`;
  const { status } = answered.response;
  if (status < 200 || status > 599) return `not-http (status ${status})`;
  if (status < 300) return successOutcome(answered, context);
  return status < 400 ? 'redirect' : errorOutcome(answered);
}

function successOutcome(answer: Received, { apis }: JudgeContext): string {
  if (answer.statement !== undefined) return statementOutcome(answer.statement);
  if (denialIn(answer.response) !== undefined) return 'policy-denied';
  // A raw request may be on no path that is known; then any API may recognise the answer.
  const readers = answer.api === undefined ? apis : [answer.api];
  const completes = readers.some((api) => completion({}, { ...answer, api }).every(({ holds }) => holds));
  return completes ? 'completion' : 'other-2xx';
}

function statementOutcome({ states, broken }: StatementProgress): string {
  const known: Readonly<Record<string, string>> = { SUCCEEDED: 'statement-succeeded', FAILED: 'statement-failed' };
  return (broken === undefined ? known[states.at(-1) ?? ''] : undefined) ?? 'other-2xx';
}

function errorOutcome({ response }: Received): string {
  const { status } = response;
  // Some layers answer 400 or 403 to a credential that they don't accept.
  if (status < 500 && credentialReason(errorIn(response), status) !== undefined) return 'unauthenticated';
  switch (status) {
    case 403:
      return 'denied';
    case 404:
      return 'not-found';
    case 429:
      return 'throttled';
    case 501:
      return 'not-implemented';
    default:
      return status < 500 ? 'rejected' : 'server-error';
  }
}
