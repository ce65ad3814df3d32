import type { PolicyDenial } from '../../api/index.js';
import { type Finding, fails, holds } from '../finding.js';

/** Whether a service policy stepped in, said alike for a whole answer and for a stream. */
export function policyFinding(denial: PolicyDenial | undefined, where: string): Finding {
  const check = 'completion.policy';
  if (denial === undefined) return holds(check, 'No service policy stepped in.');
  const policy = denial.name === undefined ? 'A service policy' : `The service policy ${denial.name}`;
  const phase = denial.phase === undefined ? '' : ` (${denial.phase})`;
  return fails(check, `${policy} stepped in: ${denial.action}${phase}.`, { found: denial.action, where });
}
