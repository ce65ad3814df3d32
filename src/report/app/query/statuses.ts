import { isWrong, type Row } from '../../data/row.js';

/** What `s:` asks for: every verdict, and what else may be said of an instance. An instance may have several. */
export const statuses = [
  'passed',
  'failed',
  'error',
  'warned',
  'observed',
  'skipped',
  'inconclusive',
  'flaky',
  'known-failure',
  'expired',
  'stale',
  'new-failure',
  'lost',
  'drifted',
  'not-run',
] as const;
export type Status = (typeof statuses)[number];

export function hasStatus(row: Row, status: string): boolean {
  switch (status) {
    case 'flaky':
      return row.flaky;
    case 'not-run':
      return row.notRun;
    case 'error':
    case 'failed':
      return row.verdict === status && isWrong(row);
    default:
      return row.verdict === status || row.standing === status;
  }
}

export function countStatuses(rows: readonly Row[]): Readonly<Record<Status, number>> {
  return Object.fromEntries(
    statuses.map((status) => [status, rows.filter((row) => hasStatus(row, status)).length]),
  ) as Record<Status, number>;
}
