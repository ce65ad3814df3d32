import type { Area } from '../areas.js';
import { requirementStatuses } from '../requirement-statuses.js';
import { Scroll } from './scroll.js';
import { StatusWord, statusClass } from './words.js';

interface AreaTableProps {
  readonly areas: readonly Pick<Area, 'name' | 'counts'>[];
  /** Where to read on about an area. */
  readonly linkOf?: (area: string) => string;
}

/** How many requirements of each area have each status. */
export function AreaTable({ areas, linkOf }: AreaTableProps) {
  return (
    <Scroll label="Requirements by area">
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
                {linkOf === undefined ? (
                  name
                ) : (
                  <a class="quiet" href={linkOf(name)}>
                    {name}
                  </a>
                )}
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
    </Scroll>
  );
}
