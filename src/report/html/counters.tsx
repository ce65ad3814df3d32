import { verdicts } from '../../journal/index.js';
import type { Counters as Counts } from '../counters.js';
import { verdictMarks } from '../marks.js';

/** A number for each verdict, and a bar in their proportion. */
export function Counters({ counters }: { readonly counters: Counts }) {
  return (
    <>
      <ul class="counters" aria-label="Instances by verdict">
        {verdicts.map((verdict) => (
          <li class={counters[verdict] === 0 ? 'none' : verdict}>
            <b>{counters[verdict]}</b>{' '}
            <span>
              <span aria-hidden="true">{verdictMarks[verdict]}</span> {verdict}
            </span>
          </li>
        ))}
      </ul>
      <Bar counters={counters} />
    </>
  );
}

function Bar({ counters }: { readonly counters: Counts }) {
  const total = verdicts.reduce((sum, verdict) => sum + counters[verdict], 0);
  if (total === 0) return null;
  let x = 0;
  const pieces = verdicts
    .filter((verdict) => counters[verdict] > 0)
    .map((verdict) => {
      const piece = { verdict, x, width: counters[verdict] };
      x += piece.width;
      return piece;
    });
  const gap = total / 500;
  return (
    <svg class="bar" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(({ verdict, x, width }) => (
        <rect class={verdict} x={x} y="0" width={Math.max(width - gap, gap)} height="1" />
      ))}
    </svg>
  );
}
