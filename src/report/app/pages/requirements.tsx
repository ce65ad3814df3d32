import { areasOf } from '../../areas.js';
import { coverage } from '../../coverage.js';
import { Scroll } from '../../html/scroll.js';
import { Prose } from '../../html/words.js';
import { requirementStatuses } from '../../requirement-statuses.js';
import { counted } from '../../wording.js';
import { ApiCell, StatusCell, TargetCell } from '../parts/requirement-cell.js';
import { RequirementLink } from '../parts/requirement-link.js';
import type { Report, RequirementRows, Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

/** Requirements against the APIs of one run: what is not exercised is as loud as what is violated. */
export function Requirements({ run }: { readonly run: Run }) {
  const { place, go } = useNavigation();
  const chosen = new URLSearchParams(place.query);
  const [area, status] = [chosen.get('area') ?? '', chosen.get('status') ?? ''];
  const shown = run.records.filter(
    (record) => (area === '' || record.requirement.area === area) && (status === '' || record.status === status),
  );
  const choose = (name: string) => (value: string) => {
    if (value === '') chosen.delete(name);
    else chosen.set(name, value);
    go({ ...place, query: chosen.toString() });
  };
  const apis = [...new Set(run.rows.flatMap((row) => row.apis))].sort();
  return (
    <>
      <h1>Requirements</h1>
      <div class="tools">
        <p role="status">
          {shown.length === run.records.length ? '' : `${shown.length} of `}
          {counted(run.records.length, 'requirement')}, {coverage(shown)}
        </p>
        <Choice
          label="Area"
          values={areasOf(run.records).map(({ name }) => name)}
          chosen={area}
          choose={choose('area')}
        />
        <Choice label="Status" values={requirementStatuses} chosen={status} choose={choose('status')} />
      </div>
      <Scroll label="Requirements by API">
        <table class="matrix requirements">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Status</th>
              {apis.map((api) => (
                <th scope="col" class="cell">
                  {api}
                </th>
              ))}
            </tr>
          </thead>
          {areasOf(shown).map(({ name, records }) => (
            <tbody>
              <tr class="area">
                <th scope="rowgroup" colSpan={apis.length + 2}>
                  {name}
                </th>
              </tr>
              {records.map((record) => (
                <tr>
                  <RequirementHeader record={record} />
                  <StatusCell record={record} />
                  {apis.map((api) => (
                    <ApiCell record={record} api={api} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
    </>
  );
}

/** Requirements against targets, a column for each run. */
export function TargetMatrix({ report }: { readonly report: Report }) {
  const catalogue = new Map(report.runs.flatMap(({ records }) => records.map((one) => [one.requirement.id, one])));
  const ofRun = report.runs.map((run) => new Map(run.records.map((record) => [record.requirement.id, record])));
  return (
    <Scroll label="Requirements by target">
      <table class="matrix requirements">
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            {report.runs.map(({ data }) => (
              <th scope="col">{data.name}</th>
            ))}
          </tr>
        </thead>
        {areasOf([...catalogue.values()]).map(({ name, records }) => (
          <tbody>
            <tr class="area">
              <th scope="rowgroup" colSpan={report.runs.length + 1}>
                {name}
              </th>
            </tr>
            {records.map((record) => (
              <tr>
                <RequirementHeader record={record} />
                {report.runs.map((run) => (
                  <TargetCell
                    run={run}
                    record={ofRun[run.number]?.get(record.requirement.id)}
                    id={record.requirement.id}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

function RequirementHeader({ record: { requirement, promised } }: { readonly record: RequirementRows }) {
  return (
    <th scope="row">
      <span class="id">{requirement.id}</span> <span class="level">{requirement.level}</span>
      {promised && <span class="level"> promised</span>}
      <div class="statement">
        <Prose text={requirement.statement} />
      </div>
      <RequirementLink source={requirement.source} />
    </th>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

function Choice({ label, values, chosen, choose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">all</option>
        {values.map((value) => (
          <option value={value}>{value}</option>
        ))}
      </select>
    </label>
  );
}
