import { useState } from 'preact/hooks';
import { VerdictWord } from '../../../html/words.js';
import { visible } from '../../../visible.js';
import { duration } from '../../../wording.js';
import type { TimelineRun } from './bar.js';
import { waitedWords } from './bar-words.js';
import type { TimelineLayout } from './layout.js';

const page = 200;

interface TimelineTableProps {
  readonly layout: TimelineLayout;
  readonly runs: readonly TimelineRun[];
  readonly hrefOf: (id: string) => string;
}

/** The same as the bars, to be read: in the order in which it began. */
export function TimelineTable({ layout: { bars }, runs, hrefOf }: TimelineTableProps) {
  const [most, setMost] = useState(page);
  return (
    <div class="scroll">
      <table aria-rowcount={bars.length + 1}>
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col">Instance</th>
            {runs.length > 1 && <th scope="col">Run</th>}
            <th scope="col" class="number">
              Began
            </th>
            <th scope="col" class="number">
              Took
            </th>
            <th scope="col">Held back</th>
          </tr>
        </thead>
        <tbody>
          {bars.slice(0, most).map((bar, index) => (
            <tr aria-rowindex={index + 2}>
              <td>
                <VerdictWord verdict={bar.verdict} />
              </td>
              <th scope="row">
                <a class="id" href={hrefOf(bar.id)}>
                  {visible(bar.id)}
                </a>
              </th>
              {runs.length > 1 && <td>{runs[bar.run]?.name}</td>}
              <td class="number">{duration(bar.from)}</td>
              <td class="number">{duration(bar.to - bar.from)}</td>
              <td class="held">{waitedWords(bar)?.replace(/^waited /, '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bars.length > most && (
        <button type="button" class="view-button" onClick={() => setMost(most + 5 * page)}>
          Show {Math.min(5 * page, bars.length - most)} more of {bars.length}
        </button>
      )}
    </div>
  );
}
