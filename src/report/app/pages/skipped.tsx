import { grouped } from '../../grouped.js';
import { Prose } from '../../html/words.js';
import { queryFor } from '../query/toggle.js';
import type { Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

/** What was not tried, by reason. */
export function Skipped({ run }: { readonly run: Run }) {
  const { linkTo } = useNavigation();
  const skipped = run.rows.filter(({ verdict }) => verdict === 'skipped');
  const groups = [...grouped(skipped, ({ cause }) => String(cause)).values()].sort(
    (one, other) => other.length - one.length,
  );
  return (
    <>
      <h1>Skipped</h1>
      <p>What was not tried proves nothing.</p>
      {groups.length === 0 && <p class="empty">Nothing was skipped.</p>}
      {groups.length > 0 && (
        <table class="causes">
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col" class="number">
                Instances
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((rows) => {
              const [first] = rows;
              const query = `s:skipped ${queryFor('cause', String(first?.cause))}`;
              return (
                <tr>
                  <th scope="row">
                    <a class="quiet" href={linkTo({ page: 'instances', query })}>
                      <Prose text={first?.message ?? ''} />
                    </a>
                    <div class="check">{first?.reason}</div>
                  </th>
                  <td class="number">
                    <a href={linkTo({ page: 'instances', query })}>{rows.length}</a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
