import { useMemo } from 'preact/hooks';
import type { Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';
import { type TimelineBar, TimelineView } from '../views/index.js';

/** What ran when, and what waited. */
export function Timeline({ run }: { readonly run: Run }) {
  const { linkTo } = useNavigation();
  const runs = useMemo(() => [{ name: run.data.name, bars: barsOf(run) }], [run]);
  return (
    <>
      <h1>Timeline</h1>
      <TimelineView runs={runs} hrefOf={(instance) => linkTo({ page: 'instance', instance })} />
    </>
  );
}

function barsOf({ rows, data }: Run): readonly TimelineBar[] {
  const waits = new Map(data.waits);
  return rows.flatMap(({ index, id, verdict, startedAt, durationMs }) => {
    if (startedAt === undefined) return [];
    const spans = waits.get(index) ?? [];
    const to = Math.max(startedAt + durationMs, ...spans.map((span) => span.to));
    return [{ id, verdict, from: startedAt, to, ...(spans.length === 0 ? {} : { waits: spans }) }];
  });
}
