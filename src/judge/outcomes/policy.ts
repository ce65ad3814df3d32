import { type PolicyDenial, policyDenial } from '../../api/index.js';
import type { ReadResponse } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';

/** Whether a service policy stepped in, said alike for a whole answer and for a stream. */
export function policyFinding(denial: PolicyDenial | undefined, where: string): Finding {
  const check = 'completion.policy';
  if (denial === undefined) return holds(check, 'No service policy stepped in.');
  const policy = denial.name === undefined ? 'A service policy' : `The service policy ${denial.name}`;
  const phase = denial.phase === undefined ? '' : ` (${denial.phase})`;
  return fails(check, `${policy} stepped in: ${denial.action}${phase}.`, { found: denial.action, where });
}

/** The denial that an answer tells, whole or in parts, and where. */
export function denialIn({
  body,
  stream,
}: ReadResponse): { readonly denial: PolicyDenial; readonly where: string } | undefined {
  if (stream?.denial !== undefined) return { denial: stream.denial, where: `frame ${stream.denial.frame}` };
  const denial = body.kind === 'json' ? policyDenial(body.value) : undefined;
  return denial === undefined ? undefined : { denial, where: '/databricks_service_policy' };
}
