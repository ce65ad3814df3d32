import type { RunEvent } from '../../journal/index.js';
import type { Gate } from '../gate.js';
import { verdictMarks } from '../marks.js';
import { Prose } from './words.js';

/** The answer in words, with the reason for the exit code. */
export function VerdictBanner({ run, gate }: { readonly run: RunEvent; readonly gate: Gate }) {
  const holds = gate.exitCode === 0;
  const reason = gate.sentence.slice(gate.headline.length + 2);
  return (
    <>
      <p class="over">
        Gateway conformance, suite <strong>{run.suite}</strong> on <strong>{run.target.name}</strong>
      </p>
      <div class={`verdict ${holds ? 'good' : 'bad'}`}>
        <h1>
          <span aria-hidden="true">{holds ? verdictMarks.passed : verdictMarks.failed}</span> {gate.headline}
        </h1>
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
