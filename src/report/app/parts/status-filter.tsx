import { useMemo } from 'preact/hooks';
import type { Row } from '../../data/row.js';
import { countStatuses, type Status, statuses } from '../query/statuses.js';
import { asksFor, toggled } from '../query/toggle.js';
import { useNavigation } from '../state/use-place.js';
import { statusMarks, statusWords } from './status-word.js';

/** Always shown, also with no instance: that nothing failed is news as well. */
const constant: readonly Status[] = ['passed', 'failed', 'error', 'warned', 'observed', 'skipped', 'inconclusive'];

/** How many instances have each status; each number is a filter. */
export function StatusFilter({ rows }: { readonly rows: readonly Row[] }) {
  const { place, go } = useNavigation();
  const counts = useMemo(() => countStatuses(rows), [rows]);
  const { query } = place;
  const choose = (status: Status) =>
    place.page === 'instances'
      ? go({ ...place, query: toggled(query, 's', status) }, 'replace')
      : go({ page: 'instances', query: `s:${status}` });
  return (
    <>
      <ul class="filters" aria-label="Filter by status">
        {statuses
          .filter((status) => constant.includes(status) || counts[status] > 0)
          .map((status) => (
            <li>
              <button
                type="button"
                class={counts[status] === 0 ? 'none' : status}
                aria-pressed={asksFor(query, 's', status)}
                onClick={() => choose(status)}
              >
                <b>{counts[status].toLocaleString('en')}</b>{' '}
                <span>
                  <span aria-hidden="true">{statusMarks[status]}</span> {statusWords[status]}
                </span>
              </button>
            </li>
          ))}
      </ul>
      <Bar counts={counts} total={rows.length} />
    </>
  );
}

function Bar({ counts, total }: { readonly counts: Readonly<Record<Status, number>>; readonly total: number }) {
  if (total === 0) return null;
  const pieces: { readonly status: Status; readonly x: number; readonly width: number }[] = [];
  let x = 0;
  for (const status of [...constant, 'not-run' as const]) {
    if (counts[status] === 0) continue;
    pieces.push({ status, x, width: counts[status] });
    x += counts[status];
  }
  const gap = total / 500;
  return (
    <svg class="bar" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true">
      {pieces.map((piece) => (
        <rect class={piece.status} x={piece.x} y="0" width={Math.max(piece.width - gap, gap)} height="1" />
      ))}
    </svg>
  );
}
