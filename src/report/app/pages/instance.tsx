import { useMemo } from 'preact/hooks';
import type { Row } from '../../data/row.js';
import { Prose } from '../../html/words.js';
import { duration } from '../../wording.js';
import { InstanceBody } from '../parts/instance-body.js';
import { InstanceRequirements } from '../parts/instance-requirements.js';
import { RowStatus } from '../parts/status-word.js';
import { useKeys } from '../parts/use-keys.js';
import { Waiting } from '../parts/waiting.js';
import { chosenRows } from '../state/chosen-rows.js';
import { inAddress, type Run } from '../state/report.js';
import { loadDetails, loadSources, useLoaded } from '../state/unpack.js';
import { useNavigation } from '../state/use-place.js';

/** All that is known about one instance. */
export function Instance({ run, id }: { readonly run: Run; readonly id: string }) {
  const row = run.byId.get(id);
  if (row === undefined) {
    const was = run.data.gone.find((one) => inAddress(one.id) === id)?.was;
    return (
      <>
        <h1>No such instance</h1>
        <p>
          This run has no instance <code>{id}</code>.
          {was !== undefined && ` It was ${was} when it was accepted, and is no longer planned.`}
        </p>
      </>
    );
  }
  return <Known key={row.index} run={run} row={row} />;
}

function Known({ run, row }: { readonly run: Run; readonly row: Row }) {
  const loaded = useLoaded(
    async () => ({ details: await loadDetails(run.number, row), sources: await loadSources(run.number) }),
    `${run.number} ${row.index}`,
  );
  return (
    <>
      <Neighbours run={run} row={row} />
      <header class={`title ${row.verdict}`}>
        <p>
          <RowStatus row={row} />{' '}
          <span class="muted">
            {row.level}, {row.requests === 1 ? '1 request' : `${row.requests} requests`}
            {row.startedAt !== undefined && `, ${duration(row.durationMs)}`}
          </span>
        </p>
        <h1 class="id">{row.id}</h1>
        <p class="lead">
          <Prose text={row.title} />
        </p>
      </header>
      {loaded.state === 'here' ? (
        <InstanceBody run={run} row={row} details={loaded.value.details} sources={loaded.value.sources} />
      ) : (
        <Waiting loaded={loaded} />
      )}
      <InstanceRequirements run={run} row={row} />
    </>
  );
}

/** Before and after in the list that the reader comes from. */
function Neighbours({ run, row }: { readonly run: Run; readonly row: Row }) {
  const { place, go, linkTo } = useNavigation();
  const { query, order } = place;
  const rows = useMemo(() => chosenRows(run.rows, query, order), [run, query, order]);
  const at = rows.indexOf(row);
  const previous = at < 0 ? undefined : rows[at - 1];
  const next = at < 0 ? undefined : rows[at + 1];
  const open = (other: Row | undefined) => () => {
    if (other !== undefined) go({ page: 'instance', instance: other.id, query, order });
  };
  useKeys({
    j: open(next),
    ArrowRight: open(next),
    k: open(previous),
    ArrowLeft: open(previous),
    Escape: () => go({ page: 'instances', query, order }),
  });
  const link = (other: Row | undefined, words: string) =>
    other === undefined ? (
      <span class="muted">{words}</span>
    ) : (
      <a href={linkTo({ page: 'instance', instance: other.id, query, order })}>{words}</a>
    );
  return (
    <nav class="neighbours" aria-label="Neighbours">
      <a href={linkTo({ page: 'instances', query, order })}>{query === '' ? 'All instances' : 'Back to the search'}</a>
      <span>
        {link(previous, '← Previous')} {at >= 0 && <span class="muted">{`${at + 1} of ${rows.length}`}</span>}{' '}
        {link(next, 'Next →')}
      </span>
    </nav>
  );
}
