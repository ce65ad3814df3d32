import { headlineOfRuns } from '../../data/headline.js';
import { Prose } from '../../html/words.js';
import { verdictMarks } from '../../marks.js';
import { counted } from '../../wording.js';
import { countStatuses } from '../query/statuses.js';
import { formatPlace, start } from '../state/place.js';
import type { Report, Run } from '../state/report.js';
import { pairOf, placeOfPair } from '../state/run-pair.js';
import { TargetMatrix } from './requirements.js';

/** Several runs side by side. */
export function Runs({ report }: { readonly report: Report }) {
  return (
    <>
      <h1>{headlineOfRuns(report.runs.map(({ data }) => data))}</h1>
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Verdict</th>
            <th scope="col" class="number">
              Failures
            </th>
          </tr>
        </thead>
        <tbody>
          {report.runs.map((run) => (
            <RunRow run={run} report={report} />
          ))}
        </tbody>
      </table>
      <h2>Requirements</h2>
      <TargetMatrix report={report} />
    </>
  );
}

function RunRow({ run, report }: { readonly run: Run; readonly report: Report }) {
  const { number, data, rows } = run;
  const pair = pairOf(report, { run: number });
  const { gate, name, suite, facts } = data;
  const holds = gate.exitCode === 0;
  const { failed, error } = countStatuses(rows);
  return (
    <tr>
      <th scope="row">
        <a href={formatPlace({ ...start, run: number, page: 'run' })}>{name}</a>
        <div class="muted">
          suite {suite}, {counted(rows.length, 'instance')}, {facts.find((fact) => fact.name === 'Started')?.text}
        </div>
        {pair?.candidate === run && (
          <a href={formatPlace({ ...start, ...placeOfPair(pair) })}>Compare with {pair.reference.data.name}</a>
        )}
      </th>
      <td>
        <span class={`status ${holds ? 'good' : 'bad'}`}>
          <span aria-hidden="true">{holds ? verdictMarks.passed : verdictMarks.failed}</span> {gate.headline}
        </span>
        <div class="muted">
          <Prose text={gate.sentence.slice(gate.headline.length + 2)} />
        </div>
      </td>
      <td class="number">
        <a href={formatPlace({ ...start, run: number, page: 'instances', query: 's:failed,error' })}>
          {failed + error}
        </a>
      </td>
    </tr>
  );
}
