import { areasOf } from '../../areas.js';
import { Scroll } from '../../html/scroll.js';
import { Prose } from '../../html/words.js';
import { ApiCell, StatusCell, TargetCell } from '../parts/requirement-cell.js';
import { RequirementLink } from '../parts/requirement-link.js';
import type { Report, RequirementRows, Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

/** Requirements against the APIs of one run: what is not exercised is as loud as what is violated. */
export function Requirements({ run }: { readonly run: Run }) {
  const { place, go } = useNavigation();
  const shown = run.records.filter(({ requirement }) => place.query === '' || requirement.area === place.query);
  const apis = [...new Set(run.rows.flatMap((row) => row.apis))].sort();
  return (
    <>
      <h1>Requirements</h1>
      <div class="tools">
        <AreaChoice records={run.records} area={place.query} choose={(query) => go({ ...place, query })} />
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

interface AreaChoiceProps {
  readonly records: readonly RequirementRows[];
  readonly area: string;
  readonly choose: (area: string) => void;
}

function AreaChoice({ records, area, choose }: AreaChoiceProps) {
  const areas = areasOf(records).map(({ name }) => name);
  return (
    <label>
      Area{' '}
      <select value={area} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">all</option>
        {areas.map((name) => (
          <option value={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
