import { verdicts } from '../../journal/index.js';
import type { ApiCounters } from '../apis.js';
import { Section } from './section.js';
import { VerdictWord } from './words.js';

/** How many instances of each API have each verdict. */
export function Apis({ apis, count }: { readonly apis: readonly ApiCounters[]; readonly count: number }) {
  return (
    <Section anchor="apis" title="By API" count={count}>
      <div class="scroll">
        <table class="overview">
          <thead>
            <tr>
              <th scope="col">API</th>
              {verdicts.map((verdict) => (
                <th scope="col" class="number">
                  <VerdictWord verdict={verdict} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {apis.map(({ name, counters }) => (
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
    </Section>
  );
}
