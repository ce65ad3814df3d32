import { type GatewayError, namesPrivilege } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import { errorIn, type JudgeContext, type Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { otherThanPermission } from './other-reasons.js';
import { refusalFindings } from './refusal.js';

/**
 * The caller is known and may not. 403, or 404 where the gateway hides from the caller that the service exists
 * (databrickslabs/coding-agents-databricks-apps#140).
 */
export function denied(
  expected: NonNullable<Checks['denied']>,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  const refusal = { name: 'denied', status: [403, 404], readable: true, otherReason: otherThanPermission };
  const findings = refusalFindings(refusal, expected, answer, context);
  if (!('privilege' in expected)) return findings;
  return [...findings, privilegeFinding(expected.privilege as Json, errorIn(answer.response), answer.response.status)];
}

/** A spec that asks for the privilege gets no pass from a 404 that hides it: it can allow one as an alternative. */
function privilegeFinding(expected: Json, error: GatewayError, status: number): Finding {
  const [mismatch] = match(expected, namesPrivilege(error));
  if (mismatch === undefined) return holds('denied.privilege', 'The message names the privilege as expected.');
  const { message, ...particulars } = differenceOf(mismatch, 'The privilege that the message names');
  const hint = status === 404 && mismatch.found === undefined ? ' A 404 hides what it denies.' : '';
  return fails('denied.privilege', message + hint, particulars);
}
