import { verdicts } from '../../journal/index.js';
import type { Breakdown } from '../breakdowns.js';
import { Section } from './section.js';
import { VerdictWord } from './words.js';

/** How many instances of each part have each verdict. */
export function Breakdowns({
  breakdowns,
  count,
}: {
  readonly breakdowns: readonly Breakdown[];
  readonly count: number;
}) {
  return (
    <Section anchor="breakdowns" title="By API and profile" count={count}>
      {breakdowns.map((breakdown) => (
        <BreakdownTable breakdown={breakdown} />
      ))}
    </Section>
  );
}

function BreakdownTable({ breakdown: { by, parts } }: { readonly breakdown: Breakdown }) {
  return (
    <div class="scroll">
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">{by}</th>
            {verdicts.map((verdict) => (
              <th scope="col" class="number">
                <VerdictWord verdict={verdict} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, counters }) => (
            <tr>
              <th scope="row">{name}</th>
              {verdicts.map((verdict) => (
                <td class={`number ${counters[verdict] === 0 ? 'none' : verdict}`}>{counters[verdict]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
