import type { RunData } from '../data/report-data.js';
import { verdictMarks } from '../marks.js';
import { Prose } from './words.js';

/** The answer in words, with the reason for the exit code. `level` is that of its heading. */
export function Verdict({ run, level }: { readonly run: RunData; readonly level: 1 | 2 }) {
  const { gate, suite, name } = run;
  const holds = gate.exitCode === 0;
  const reason = gate.sentence.slice(gate.headline.length + 2);
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <>
      <p class="over">
        Gateway conformance, suite <strong>{suite}</strong> on <strong>{name}</strong>
      </p>
      <div class={`verdict ${holds ? 'good' : 'bad'}`}>
        <Heading>
          <span aria-hidden="true">{holds ? verdictMarks.passed : verdictMarks.failed}</span> {gate.headline}
        </Heading>
        <p>
          <Prose text={reason.charAt(0).toUpperCase() + reason.slice(1)} />{' '}
          <span class="muted">Exit code {gate.exitCode}.</span>
        </p>
        {gate.remarks.length > 0 && (
          <ul>
            {gate.remarks.map((remark) => (
              <li>
                <Prose text={remark} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
