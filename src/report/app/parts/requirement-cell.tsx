import type { Verdict } from '../../../journal/index.js';
import type { Row } from '../../data/row.js';
import { StatusWord, statusClass } from '../../html/words.js';
import { verdictMarks } from '../../marks.js';
import { queryFor } from '../query/toggle.js';
import { formatPlace, start } from '../state/place.js';
import type { RequirementRows, Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

/** What a run has shown about a requirement; leads to the instances that showed it. */
export function StatusCell({ record }: { readonly record: RequirementRows }) {
  const { linkTo } = useNavigation();
  const { requirement, status, rows } = record;
  return (
    <td class={`cell-${statusClass(status)}`}>
      <a class="quiet" href={linkTo({ page: 'instances', query: queryFor('req', requirement.id) })}>
        <StatusWord status={status} />
      </a>
      <div class="muted">{rows.length === 1 ? '1 instance' : `${rows.length} instances`}</div>
    </td>
  );
}

/** The same in the matrix of targets: a run may not know the requirement at all. */
export function TargetCell({ run, record, id }: TargetCellProps) {
  const link = formatPlace({ ...start, run: run.number, page: 'instances', query: queryFor('req', id) });
  const status = record?.status ?? 'not exercised';
  return (
    <td class={`cell-${statusClass(status)}`}>
      <a class="quiet" href={link}>
        <StatusWord status={status} />
      </a>
    </td>
  );
}

interface TargetCellProps {
  readonly run: Run;
  readonly record: RequirementRows | undefined;
  readonly id: string;
}

/** Worst first: what a cell of several instances is marked by. */
const worst: readonly Verdict[] = ['failed', 'warned', 'error', 'inconclusive', 'passed', 'observed', 'skipped'];

/** The instances of a requirement on one API. Not every requirement is about every API: then there is nothing. */
export function ApiCell({ record, api }: { readonly record: RequirementRows; readonly api: string }) {
  const { linkTo } = useNavigation();
  const rows = record.rows.filter(({ apis }) => apis.includes(api));
  const verdict = worst.find((one) => rows.some((row) => row.verdict === one));
  if (verdict === undefined) return <td class="cell none" />;
  const query = `${queryFor('req', record.requirement.id)} ${queryFor('api', api)}`;
  return (
    <td class={`cell cell-of-${verdict}`}>
      <a class="quiet" href={linkTo({ page: 'instances', query })} title={inWords(rows)}>
        <span aria-hidden="true" class={`status ${verdict}`}>
          {verdictMarks[verdict]} {rows.filter((row) => row.verdict === verdict).length}
        </span>
        <span class="hidden">
          {api}: {inWords(rows)}
        </span>
      </a>
    </td>
  );
}

/** `1 failed, 3 passed` */
function inWords(rows: readonly Row[]): string {
  return worst
    .map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`)
    .join(', ');
}
