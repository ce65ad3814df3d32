import { grouped } from './grouped.js';
import type { RequirementRecord } from './requirement-status.js';
import { type RequirementStatus, requirementStatuses } from './requirement-statuses.js';

type Placed = Pick<RequirementRecord, 'requirement' | 'status'>;

/** One area of the catalogue: its requirements, and how many have each status. */
export interface Area<Item extends Placed = RequirementRecord> {
  readonly name: string;
  readonly records: readonly Item[];
  readonly counts: Readonly<Record<RequirementStatus, number>>;
}

export function areasOf<Item extends Placed>(records: readonly Item[]): readonly Area<Item>[] {
  return [...grouped(records, ({ requirement }) => requirement.area)].map(([name, members]) => ({
    name,
    records: members,
    counts: countStatuses(members),
  }));
}

function countStatuses(records: readonly Placed[]): Area['counts'] {
  const counts = Object.fromEntries(requirementStatuses.map((status) => [status, 0])) as Record<
    RequirementStatus,
    number
  >;
  for (const { status } of records) counts[status] += 1;
  return counts;
}
