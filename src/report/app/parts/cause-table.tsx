import { Prose } from '../../html/words.js';
import { counted } from '../../wording.js';
import { queryFor } from '../query/toggle.js';
import type { CauseGroup } from '../state/cause-groups.js';
import { useNavigation } from '../state/use-place.js';
import { StatusMark } from './status-word.js';

/** A row for each thing that went wrong: an outage is one, whatever it took down. */
export function CauseTable({ groups }: { readonly groups: readonly CauseGroup[] }) {
  const { linkTo } = useNavigation();
  return (
    <table class="causes">
      <thead>
        <tr>
          <th scope="col">Verdict</th>
          <th scope="col">What went wrong</th>
          <th scope="col" class="number">
            Instances
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ number, cause, rows }) => {
          const [first] = rows;
          const link =
            rows.length === 1 && first !== undefined
              ? linkTo({ page: 'instance', instance: first.id, query: queryFor('cause', String(number)) })
              : linkTo({ page: 'instances', query: queryFor('cause', String(number)) });
          return (
            <tr>
              <td>
                {[...new Set(rows.map(({ verdict }) => verdict))].map((verdict) => (
                  <StatusMark status={verdict} />
                ))}
              </td>
              <th scope="row">
                <a class="quiet" href={link}>
                  <Prose text={cause.message} />
                </a>
                <div class="muted">
                  <span class="check">{cause.code}</span>{' '}
                  {rows.length === 1 ? <span class="id">{first?.id}</span> : requirementsOf(rows)}
                </div>
              </th>
              <td class="number">
                <a href={link} aria-label={counted(rows.length, 'instance')}>
                  {rows.length}
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const mostIds = 6;

function requirementsOf(rows: CauseGroup['rows']): string {
  const ids = [...new Set(rows.flatMap(({ requirements }) => requirements))].sort();
  const more = ids.length > mostIds ? ` and ${ids.length - mostIds} more` : '';
  return `${ids.slice(0, mostIds).join(', ')}${more}`;
}
