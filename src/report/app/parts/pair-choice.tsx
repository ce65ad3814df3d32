import type { Report, Run } from '../state/report.js';
import type { RunPair } from '../state/run-pair.js';
import { useNavigation } from '../state/use-place.js';

interface PairChoiceProps {
  readonly report: Report;
  readonly pair: RunPair;
}

/** Which two runs are compared: each may be any, and choosing the other one's changes their places. */
export function PairChoice({ report: { runs }, pair: { reference, candidate } }: PairChoiceProps) {
  const { place, go } = useNavigation();
  const compare = (against: number, run: number) => {
    go({ ...place, page: 'compare', against, run }, 'replace');
  };
  const chooseReference = (number: number) =>
    compare(number, number === candidate.number ? reference.number : candidate.number);
  const chooseCandidate = (number: number) =>
    compare(number === reference.number ? candidate.number : reference.number, number);
  return (
    <div class="tools left pair">
      <RunSelect label="From" runs={runs} chosen={reference} choose={chooseReference} />
      <RunSelect label="to" runs={runs} chosen={candidate} choose={chooseCandidate} />
      <button type="button" onClick={() => compare(candidate.number, reference.number)}>
        Swap
      </button>
    </div>
  );
}

interface RunSelectProps {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly chosen: Run;
  readonly choose: (number: number) => void;
}

function RunSelect({ label, runs, chosen, choose }: RunSelectProps) {
  return (
    <label>
      {label}{' '}
      <select value={chosen.number} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {runs.map(({ number, data }) => (
          <option value={number}>
            {data.name}, {data.startedAt.slice(0, 16).replace('T', ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}
