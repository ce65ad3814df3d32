import { type Area, areasOf } from '../areas.js';
import { coverage } from '../coverage.js';
import { type RequirementRecord, requirementStatuses } from '../requirement-status.js';
import { linkTo } from './anchor.js';
import { RequirementRow } from './requirement-row.js';
import { Section } from './section.js';
import { StatusWord, statusClass } from './words.js';

/** Up to this many requirements are shown without being asked for. */
const fewRequirements = 40;

/** The whole catalogue, by area: also, and loudly, what nothing in the run has exercised. */
export function Requirements({ records }: { readonly records: readonly RequirementRecord[] }) {
  const areas = areasOf(records);
  return (
    <Section anchor="requirements" title="Requirements" count={records.length}>
      <Overview areas={areas} />
      {areas.map((area) => (
        <AreaDetail area={area} open={records.length <= fewRequirements || area.counts.violated > 0} />
      ))}
    </Section>
  );
}

/** How many requirements of each area have each status. */
function Overview({ areas }: { readonly areas: readonly Area[] }) {
  return (
    <div class="scroll">
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">Area</th>
            {requirementStatuses.map((status) => (
              <th scope="col" class="number">
                <StatusWord status={status} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ name, counts }) => (
            <tr>
              <th scope="row">
                <a class="quiet" href={linkTo(areaAnchor(name))}>
                  {name}
                </a>
              </th>
              {requirementStatuses.map((status) => (
                <td class={`number ${counts[status] === 0 ? 'none' : `some-${statusClass(status)}`}`}>
                  {counts[status]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AreaDetail({ area: { name, records }, open }: { readonly area: Area; readonly open: boolean }) {
  return (
    <details id={areaAnchor(name)} class="file" open={open}>
      <summary>
        <strong>{name}</strong> <span class="muted">{coverage(records)}</span>
      </summary>
      <div class="scroll">
        <table class="catalogue">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Level</th>
              <th scope="col">What it demands</th>
              <th scope="col">Status</th>
              <th scope="col">Instances</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <RequirementRow record={record} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function areaAnchor(area: string): string {
  return `area-${area.replace(/\s/g, '-')}`;
}
