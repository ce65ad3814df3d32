import { grouped } from './grouped.js';
import { type RequirementRecord, type RequirementStatus, requirementStatuses } from './requirement-status.js';

/** One area of the catalogue: its requirements, and how many have each status. */
export interface Area {
  readonly name: string;
  readonly records: readonly RequirementRecord[];
  readonly counts: Readonly<Record<RequirementStatus, number>>;
}

export function areasOf(records: readonly RequirementRecord[]): readonly Area[] {
  return [...grouped(records, ({ requirement }) => requirement.area)].map(([name, members]) => ({
    name,
    records: members,
    counts: countStatuses(members),
  }));
}

function countStatuses(records: readonly RequirementRecord[]): Area['counts'] {
  const counts = Object.fromEntries(requirementStatuses.map((status) => [status, 0])) as Record<
    RequirementStatus,
    number
  >;
  for (const { status } of records) counts[status] += 1;
  return counts;
}
