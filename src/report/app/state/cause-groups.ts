import type { Cause } from '../../cause.js';
import type { Row } from '../../data/row.js';
import type { Run } from './report.js';

/** One thing that went wrong, and all that it went wrong with. */
export interface CauseGroup {
  readonly number: number;
  readonly cause: Cause;
  readonly rows: readonly Row[];
}

const weights: readonly Row['verdict'][] = ['failed', 'error', 'inconclusive', 'warned'];

/** What failed before what is in doubt, and the largest first: skips have a page of their own. */
export function causeGroups({ data, rows }: Pick<Run, 'data' | 'rows'>): readonly CauseGroup[] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    if (row.cause === undefined || !weights.includes(row.verdict)) continue;
    const group = groups.get(row.cause);
    if (group === undefined) groups.set(row.cause, [row]);
    else group.push(row);
  }
  const weightOf = (group: CauseGroup) => Math.min(...group.rows.map(({ verdict }) => weights.indexOf(verdict)));
  return [...groups]
    .flatMap(([number, members]): CauseGroup[] => {
      const cause = data.causes[number];
      return cause === undefined ? [] : [{ number, cause, rows: members }];
    })
    .sort((one, other) => weightOf(one) - weightOf(other) || other.rows.length - one.rows.length);
}
