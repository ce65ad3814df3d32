import { useEffect, useRef } from 'preact/hooks';
import type { Row } from '../../data/row.js';
import { Prose } from '../../html/words.js';
import { duration } from '../../wording.js';
import { useNavigation } from '../state/use-place.js';
import { RowStatus } from './status-word.js';
import { useWindow } from './use-window.js';

interface InstanceTableProps {
  readonly rows: readonly Row[];
  readonly label: string;
  /** The row that the keyboard is at. */
  readonly at: number | undefined;
}

/** Any number of instances: only those that can be seen stand in the document. */
export function InstanceTable({ rows, label, at }: InstanceTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, end, rowHeight } = useWindow(body, rows.length);
  useEffect(() => {
    const section = body.current;
    if (at === undefined || section === null) return;
    const top = section.getBoundingClientRect().top + scrollY + at * rowHeight;
    if (top < scrollY + 160 || top > scrollY + innerHeight - 2 * rowHeight) scrollTo({ top: top - innerHeight / 2 });
    // The row may be drawn only after the scrolling.
    const focus = requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        section.querySelector<HTMLElement>(`tr[data-row="${at}"] a`)?.focus({ preventScroll: true }),
      ),
    );
    return () => cancelAnimationFrame(focus);
  }, [at, rowHeight]);
  return (
    <table class="instances" aria-rowcount={rows.length + 1} aria-label={label}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">Verdict</th>
          <th scope="col">Instance</th>
          <th scope="col" class="wide-only">
            Verifies
          </th>
          <th scope="col" class="number wide-only">
            Took
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        <Room rows={first} height={rowHeight} />
        {rows.slice(first, end).map((row, index) => (
          <InstanceRow key={row.index} row={row} at={first + index} />
        ))}
        <Room rows={rows.length - end} height={rowHeight} />
      </tbody>
    </table>
  );
}

function Room({ rows, height }: { readonly rows: number; readonly height: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
    <tr aria-hidden="true" class="room">
      <td colSpan={2} style={{ height: `${rows * height}px` }} />
    </tr>
  );
}

function InstanceRow({ row, at }: { readonly row: Row; readonly at: number }) {
  const { place, linkTo } = useNavigation();
  const { query, order } = place;
  return (
    <tr data-row={at} aria-rowindex={at + 2} class={`row-of-${row.verdict}`}>
      <td class="verdicts">
        <RowStatus row={row} />
      </td>
      <th scope="row">
        <a class="id" href={linkTo({ page: 'instance', instance: row.id, query, order })}>
          {row.id}
        </a>
        <div class="muted about">
          <Prose text={row.message === '' ? row.title : row.message} />
        </div>
      </th>
      <td class="id wide-only">{row.requirements.join(', ')}</td>
      <td class="number wide-only">
        {row.startedAt === undefined && row.durationMs === 0 ? '' : duration(row.durationMs)}
      </td>
    </tr>
  );
}
