import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import type { Received } from '../answered.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { denialIn } from './policy.js';

/**
 * A service policy refused, before the call or after it. The refusal has the status of a success: what tells them apart
 * is `databricks_service_policy`. Whether something of the model's answer came along is for specs to ask of the body.
 */
export function policyDenied(expected: NonNullable<Checks['policy-denied']>, answer: Received): readonly Finding[] {
  const status = statusFinding('policy-denied.status', 200, answer);
  if (!status.holds) return [status];
  const found = denialIn(answer.response);
  if (found === undefined) {
    const message = 'The answer tells of no service policy that denied it.';
    return [status, fails('policy-denied.policy', message, { where: '/databricks_service_policy' })];
  }
  const { denial, where } = found;
  const parts = (['name', 'action', 'phase', 'reason'] as const).filter((part) => part in expected);
  return [
    status,
    holds('policy-denied.policy', 'The answer tells of a service policy that denied it.'),
    ...parts.map((part) => partFinding(part, expected[part] as Json, denial[part], where)),
  ];
}

function partFinding(part: string, expected: Json, found: string | undefined, where: string): Finding {
  const check = `policy-denied.${part}`;
  const [mismatch] = match(expected, found);
  if (mismatch === undefined) return holds(check, `The ${part} of the denial is as expected.`);
  const { message, ...particulars } = differenceOf(mismatch, `The ${part} of the denial`);
  return fails(check, message, { ...particulars, where });
}
