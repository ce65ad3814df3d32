import { useMemo, useState } from 'preact/hooks';
import { verdictMarks } from '../../../marks.js';
import { counted } from '../../../wording.js';
import { Choice } from '../choice.js';
import type { TimelineRun } from './bar.js';
import { layoutOf } from './layout.js';
import { tickWords } from './ticks.js';
import { TimelinePlot } from './timeline-plot.js';
import { TimelineTable } from './timeline-table.js';
import { moved, type Window, zoomed } from './window.js';

interface TimelineViewProps {
  /** One run, or each shard of it, or several runs: each counts from its own start. */
  readonly runs: readonly TimelineRun[];
  /** Where an instance is told in full. */
  readonly hrefOf: (id: string) => string;
}

/** What ran when, and what waited: as bars in lanes, or as a table. */
export function TimelineView({ runs, hrefOf }: TimelineViewProps) {
  const [way, show] = useState<'bars' | 'table'>('bars');
  const layout = useMemo(() => layoutOf(runs), [runs]);
  const [chosen, setChosen] = useState<Window>();
  const window = chosen ?? layout.whole;
  const choose = (next: Window | undefined) => {
    const isWhole = next !== undefined && next.from <= layout.whole.from && next.to >= layout.whole.to;
    setChosen(isWhole ? undefined : next);
  };
  if (layout.bars.length === 0) return <p class="muted">Nothing of this run is known to have begun.</p>;
  return (
    <div class="timeline">
      <div class="view-controls">
        <Choice
          label="Show the timeline as"
          values={[
            ['bars', 'Bars'],
            ['table', 'Table'],
          ]}
          chosen={way}
          choose={show}
        />
        {way === 'bars' && (
          <>
            <button type="button" onClick={() => choose(zoomed(window, 0.5, layout.whole))}>
              Zoom in
            </button>
            <button
              type="button"
              onClick={() => choose(zoomed(window, 2, layout.whole))}
              disabled={chosen === undefined}
            >
              Zoom out
            </button>
            <button type="button" onClick={() => choose(moved(window, -0.5, layout.whole))} disabled={window.from <= 0}>
              Earlier
            </button>
            <button
              type="button"
              onClick={() => choose(moved(window, 0.5, layout.whole))}
              disabled={window.to >= layout.whole.to}
            >
              Later
            </button>
            <button type="button" onClick={() => choose(undefined)} disabled={chosen === undefined}>
              Whole run
            </button>
            <span class="muted">
              {spanWords(window)} of {spanLength(layout.whole)}
            </span>
          </>
        )}
      </div>
      {way === 'bars' ? (
        <>
          <TimelinePlot layout={layout} window={window} show={choose} hrefOf={hrefOf} runs={runs} />
          <Legend runs={runs} />
        </>
      ) : (
        <TimelineTable layout={layout} runs={runs} hrefOf={hrefOf} />
      )}
    </div>
  );
}

function Legend({ runs }: { readonly runs: readonly TimelineRun[] }) {
  const bars = runs.flatMap((run) => run.bars);
  const verdicts = (Object.keys(verdictMarks) as (keyof typeof verdictMarks)[]).flatMap((verdict) => {
    const count = bars.filter((bar) => bar.verdict === verdict).length;
    return count === 0 ? [] : [{ verdict, count }];
  });
  const waiting = bars.filter(({ waits = [] }) => waits.length > 0).length;
  return (
    <ul class="timeline-legend">
      {verdicts.map(({ verdict, count }) => (
        <li>
          <span class={`status ${verdict}`}>
            <span class="mark" aria-hidden="true">
              {verdictMarks[verdict]}
            </span>
            {verdict}
          </span>{' '}
          {count}
        </li>
      ))}
      {waiting > 0 && (
        <li>
          <span class="timeline-waited" aria-hidden="true" /> held back for quota, pace or a retry:{' '}
          {counted(waiting, 'instance')}
        </li>
      )}
    </ul>
  );
}

function spanWords({ from, to }: Window): string {
  return `${tickWords(rounded(from))} to ${tickWords(rounded(to))}`;
}

function spanLength({ from, to }: Window): string {
  return tickWords(rounded(to - from));
}

/** To what a reader can use: ten milliseconds, of long runs a tenth of a second. */
function rounded(milliseconds: number): number {
  const grain = milliseconds < 1000 ? 1 : milliseconds < 10_000 ? 10 : 100;
  return Math.round(milliseconds / grain) * grain;
}
