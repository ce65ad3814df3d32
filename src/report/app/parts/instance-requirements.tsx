import type { Row } from '../../data/row.js';
import { Prose, StatusWord } from '../../html/words.js';
import { queryFor } from '../query/toggle.js';
import type { Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';
import { RequirementLink } from './requirement-link.js';

/** What the instance is to verify, in the words of the catalogue. */
export function InstanceRequirements({ run, row }: { readonly run: Run; readonly row: Row }) {
  const { linkTo } = useNavigation();
  return (
    <section aria-labelledby="verifies">
      <h2 id="verifies">Verifies</h2>
      {row.requirements.map((id) => {
        const record = run.records.find(({ requirement }) => requirement.id === id);
        return (
          <div class="requirement" key={id}>
            <p>
              <a class="id" href={linkTo({ page: 'instances', query: queryFor('req', id) })}>
                {id}
              </a>{' '}
              <span class="level">{record?.requirement.level}</span> {record && <StatusWord status={record.status} />}
            </p>
            {record !== undefined && (
              <>
                <p>
                  <Prose text={record.requirement.statement} />
                </p>
                <RequirementLink source={record.requirement.source} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
