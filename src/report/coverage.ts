import type { RequirementRecord } from './requirement-status.js';
import type { RequirementStatus } from './requirement-statuses.js';
import { requirementStatuses } from './requirement-statuses.js';

/** `12 of 40 MUST requirements proved, 1 violated, 27 not exercised` */
export function coverage(records: readonly Pick<RequirementRecord, 'requirement' | 'status'>[]): string {
  const musts = records.filter(({ requirement }) => requirement.level === 'MUST');
  if (musts.length === 0) return 'no MUST requirements';
  const count = (status: RequirementStatus) => musts.filter((record) => record.status === status).length;
  const rest = requirementStatuses
    .filter((status) => status !== 'proved' && count(status) > 0)
    .map((status) => `${count(status)} ${status}`);
  return [`${count('proved')} of ${musts.length} MUST requirements proved`, ...rest].join(', ');
}
