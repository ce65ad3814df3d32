import type { GoneInstance } from '../gate/gone.js';
import { standingMarks } from '../marks.js';
import { counted } from '../wording.js';
import { VerdictWord } from './words.js';

const few = 20;
/** More than anybody reads; the baseline has them all. */
const most = 1_000;

/** What the baseline has and the run does not: nothing else in a report is about these. */
export function GoneInstances({ gone }: { readonly gone: readonly GoneInstance[] }) {
  const [first, rest] = [gone.slice(0, few), gone.slice(few, most)];
  return (
    <>
      <p>
        What these prove was accepted, and this run did not even plan them: renamed, removed, or no part of the suite
        any longer. Each counts as lost.
      </p>
      <Table gone={first} />
      {rest.length > 0 && (
        <details class="more">
          <summary>{rest.length} more</summary>
          <Table gone={rest} />
        </details>
      )}
      {gone.length > most && <p>And {counted(gone.length - most, 'more instance')}: the baseline has them all.</p>}
    </>
  );
}

function Table({ gone }: { readonly gone: readonly GoneInstance[] }) {
  return (
    <table class="gone">
      <thead>
        <tr>
          <th scope="col">Instance</th>
          <th scope="col">Was</th>
          <th scope="col">Is</th>
        </tr>
      </thead>
      <tbody>
        {gone.map(({ id, was }) => (
          <tr>
            <th scope="row" class="id">
              {id}
            </th>
            <td>
              <VerdictWord verdict={was} />
            </td>
            <td>
              <span class="status lost">
                <span class="mark" aria-hidden="true">
                  {standingMarks.lost}
                </span>
                not planned
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
