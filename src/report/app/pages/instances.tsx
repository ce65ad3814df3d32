import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Row } from '../../data/row.js';
import { counted } from '../../wording.js';
import { DownloadIds } from '../parts/downloads.js';
import { InstanceTable } from '../parts/instance-table.js';
import { StatusFilter } from '../parts/status-filter.js';
import { useKeys } from '../parts/use-keys.js';
import { chosenRows } from '../state/chosen-rows.js';
import type { Order } from '../state/place.js';
import type { Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

const orderWords: Readonly<Record<Order, string>> = {
  plan: 'as planned',
  slowest: 'slowest first',
  start: 'as they began',
};

/** Every instance, or those that the search asks for. */
export function Instances({ run }: { readonly run: Run }) {
  const { place, go } = useNavigation();
  const { query, order } = place;
  const rows = useMemo(() => chosenRows(run.rows, query, order), [run, query, order]);
  const [at, setAt] = useState<number>();
  useEffect(() => setAt(undefined), [rows]);
  const step = (by: number) => () =>
    setAt((before) => Math.max(0, Math.min(rows.length - 1, before === undefined ? 0 : before + by)));
  const [next, previous] = [step(1), step(-1)];
  useKeys(rows.length === 0 ? {} : { j: next, ArrowDown: next, k: previous, ArrowUp: previous });
  return (
    <>
      <h1>Instances</h1>
      <StatusFilter rows={run.rows} />
      <div class="tools">
        <p role="status">{countWords(rows, run.rows)}</p>
        {query !== '' && (
          <button type="button" onClick={() => go({ page: 'instances', order })}>
            Show all
          </button>
        )}
        <label>
          Order{' '}
          <select
            value={order}
            onChange={(event) => go({ ...place, order: event.currentTarget.value as Order }, 'replace')}
          >
            {Object.entries(orderWords).map(([name, words]) => (
              <option value={name}>{words}</option>
            ))}
          </select>
        </label>
        <DownloadIds rows={rows} />
      </div>
      {rows.length === 0 ? (
        <p class="empty">No instance fits this search.</p>
      ) : (
        <InstanceTable rows={rows} label="Instances" at={at} />
      )}
    </>
  );
}

function countWords(rows: readonly Row[], all: readonly Row[]): string {
  return rows.length === all.length
    ? counted(all.length, 'instance')
    : `${rows.length} of ${counted(all.length, 'instance')}`;
}
