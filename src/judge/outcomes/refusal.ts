import type { GatewayError } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { StatusExpectation } from '../../spec/index.js';
import { errorIn, type JudgeContext, type Received } from '../answered.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { asText } from '../matching/as-text.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { noCompletionFinding } from './claims-completion.js';
import { codeOf, readableErrorFinding } from './readable-error.js';

/** What a spec may ask of every refusal. */
export interface ExpectedRefusal {
  readonly status?: StatusExpectation;
  readonly code?: unknown;
}

interface Refusal {
  /** The outcome, which begins the codes of its findings. */
  readonly name: string;
  readonly status: StatusExpectation;
  readonly readable: boolean;
  /** Why an answer with this status is a refusal of another kind; undefined when it is not. */
  readonly otherReason?: (error: GatewayError, status: number) => string | undefined;
}

/** The findings that the refusals have in common. */
export function refusalFindings(
  { name, status, readable, otherReason }: Refusal,
  expected: ExpectedRefusal,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  const error = errorIn(answer.response);
  const judged = statusFinding(`${name}.status`, expected.status ?? status, answer);
  return [
    judged,
    ...(readable ? [readableErrorFinding(`${name}.readable-error`, answer, error)] : []),
    // Behind another status nobody asks for the reason.
    ...(otherReason !== undefined && judged.holds
      ? [reasonFinding(`${name}.reason`, otherReason(error, answer.response.status))]
      : []),
    ...('code' in expected ? [codeFinding(`${name}.code`, expected.code as Json, error)] : []),
    noCompletionFinding(`${name}.no-completion`, answer, context),
  ];
}

function reasonFinding(check: string, otherReason: string | undefined): Finding {
  if (otherReason === undefined) return holds(check, 'Nothing says that there was another reason.');
  return fails(check, `Refused for another reason: ${otherReason}`, { where: '' });
}

export function codeFinding(check: string, expected: Json, error: GatewayError): Finding {
  const [mismatch] = match(asText(expected), codeOf(error));
  if (mismatch === undefined) return holds(check, 'The error code is as expected.');
  const { message, ...particulars } = differenceOf(mismatch, 'The error code');
  return fails(check, message, particulars);
}
