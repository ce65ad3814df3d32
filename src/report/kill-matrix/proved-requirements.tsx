import { anchorOf, linkTo } from '../html/anchor.js';
import { Section } from '../html/section.js';
import { Prose } from '../html/words.js';
import type { RequirementProof } from './kill-matrix.js';

const mostFaults = 4;

/** Each requirement with the faults that show its cases can fail. */
export function ProvedRequirements({ requirements }: { readonly requirements: readonly RequirementProof[] }) {
  return (
    <Section anchor="requirements" title="Requirements" count={requirements.length}>
      <div class="scroll">
        <table class="catalogue">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Level</th>
              <th scope="col">What it demands</th>
              <th scope="col" class="wide">
                Faults that break it and are caught
              </th>
            </tr>
          </thead>
          <tbody>
            {requirements.map(({ id, level, statement, provedBy }) => (
              <tr id={anchorOf(id)} class={provedBy.length === 0 && level !== 'OBSERVE' ? 'row-violated' : ''}>
                <th scope="row" class="id">
                  {id}
                </th>
                <td class="level">{level}</td>
                <td>
                  <Prose text={statement} />
                </td>
                <td>
                  {provedBy.length === 0 && <span class="muted">none</span>}
                  <Faults ids={provedBy.slice(0, mostFaults)} />
                  {provedBy.length > mostFaults && (
                    <details class="more">
                      <summary>and {provedBy.length - mostFaults} more</summary>
                      <Faults ids={provedBy.slice(mostFaults)} />
                    </details>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Faults({ ids }: { readonly ids: readonly string[] }) {
  return (
    <>
      {ids.map((id) => (
        <div>
          <a class="quiet id" href={linkTo(anchorOf(id))}>
            {id}
          </a>
        </div>
      ))}
    </>
  );
}
