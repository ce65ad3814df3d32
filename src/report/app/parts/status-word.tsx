import type { Row } from '../../data/row.js';
import { standingMarks, verdictMarks } from '../../marks.js';
import type { Status } from '../query/statuses.js';

// Told by a glyph, by a word, and by a colour.

export const statusMarks: Readonly<Record<Status, string>> = {
  ...verdictMarks,
  ...standingMarks,
  flaky: '↻',
  'not-run': '○',
};

export const statusWords: Readonly<Record<Status, string>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  warned: 'warned',
  observed: 'observed',
  skipped: 'skipped',
  inconclusive: 'inconclusive',
  flaky: 'flaky',
  'known-failure': 'known failure',
  expired: 'expired',
  stale: 'stale',
  'new-failure': 'new failure',
  lost: 'lost',
  drifted: 'drifted',
  'not-run': 'not run',
};

export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span class={`status ${status}`}>
      <span class="mark" aria-hidden="true">
        {statusMarks[status]}
      </span>
      {statusWords[status]}
    </span>
  );
}

/** Its verdict, then what else is to be said of it. */
export function RowStatus({ row }: { readonly row: Row }) {
  return (
    <>
      <StatusMark status={row.notRun ? 'not-run' : row.verdict} />
      {row.standing !== undefined && <StatusMark status={row.standing} />}
      {row.flaky && <StatusMark status="flaky" />}
    </>
  );
}
