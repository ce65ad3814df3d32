import { unpackRows } from '../../data/packed-rows.js';
import type { ReportData, RunData } from '../../data/report-data.js';
import type { Row } from '../../data/row.js';
import type { RequirementRecord } from '../../requirement-status.js';

export interface Report {
  readonly runs: readonly Run[];
  readonly proof: boolean;
  readonly heldAgainst?: number;
  readonly beside?: readonly string[];
}

/** A run as the pages need it: its rows, and how to find them. */
export interface Run {
  readonly number: number;
  readonly data: RunData;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly records: readonly RequirementRows[];
}

/** A requirement with what became of it, and the rows that say so. */
export interface RequirementRows extends Pick<RequirementRecord, 'requirement' | 'status' | 'promised'> {
  readonly rows: readonly Row[];
}

export function reportOf({ runs, ...report }: ReportData): Report {
  return { ...report, runs: runs.map(runOf) };
}

/** An id as it comes back out of an address, which holds no half of a surrogate pair. */
export function inAddress(id: string): string {
  return id.replace(/\p{Cs}/gu, '\ufffd');
}

function runOf(data: RunData, number: number): Run {
  const rows = unpackRows(data.rows);
  const byRequirement = new Map<string, Row[]>(data.requirements.map(({ id }) => [id, []]));
  for (const row of rows) for (const id of row.requirements) byRequirement.get(id)?.push(row);
  const records = data.requirements.map((requirement) => ({
    requirement,
    status: requirement.status,
    promised: requirement.promised,
    rows: byRequirement.get(requirement.id) ?? [],
  }));
  return { number, data, rows, byId: new Map(rows.map((row) => [inAddress(row.id), row])), records };
}
