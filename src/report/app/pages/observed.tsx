import type { FingerprintData } from '../../data/details.js';
import { Scroll } from '../../html/scroll.js';
import { Prose } from '../../html/words.js';
import { counted } from '../../wording.js';
import { StatusMark } from '../parts/status-word.js';
import { Waiting } from '../parts/waiting.js';
import type { Run } from '../state/report.js';
import { loadFingerprints, useLoaded } from '../state/unpack.js';
import { useNavigation } from '../state/use-place.js';

/** What is characterised and never judged; what drifted from what was accepted comes first. */
export function Observed({ run }: { readonly run: Run }) {
  const loaded = useLoaded(() => loadFingerprints(run.number), String(run.number));
  return (
    <>
      <h1>Observed</h1>
      <p>
        No source says how these behave: they are recorded, and compared with what was accepted where that is known.
      </p>
      {loaded.state === 'here' ? <Fingerprints run={run} all={loaded.value} /> : <Waiting loaded={loaded} />}
    </>
  );
}

const isDrifted = ({ standing }: FingerprintData) => standing?.kind === 'drifted';

function Fingerprints({ run, all }: { readonly run: Run; readonly all: readonly FingerprintData[] }) {
  if (all.length === 0) return <p class="empty">Nothing was observed.</p>;
  const drifted = all.filter(isDrifted);
  return (
    <>
      <p role="status">
        {counted(all.length, 'behaviour')} observed, {drifted.length} drifted.
      </p>
      <Scroll label="Observed behaviours">
        <table class="fingerprints">
          <thead>
            <tr>
              <th scope="col">Instance</th>
              <th scope="col">Aspect</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          {[...drifted, ...all.filter((one) => !isDrifted(one))].map((fingerprint) => (
            <Fingerprint key={fingerprint.index} run={run} fingerprint={fingerprint} />
          ))}
        </table>
      </Scroll>
    </>
  );
}

function Fingerprint({ run, fingerprint }: { readonly run: Run; readonly fingerprint: FingerprintData }) {
  const { linkTo } = useNavigation();
  const { index, observed, standing } = fingerprint;
  const row = run.rows[index];
  const drifts = new Map(standing?.kind === 'drifted' ? standing.drifts.map((drift) => [drift.aspect, drift]) : []);
  const aspects = [...new Set([...Object.keys(observed), ...drifts.keys()])];
  if (row === undefined || aspects.length === 0) return null;
  return (
    <tbody>
      {aspects.map((aspect, at) => {
        const drift = drifts.get(aspect);
        return (
          <tr class={drift === undefined ? '' : 'drift'}>
            {at === 0 && (
              <th scope="rowgroup" rowSpan={aspects.length}>
                <a class="id" href={linkTo({ page: 'instance', instance: row.id })}>
                  {row.id}
                </a>
                {standing !== undefined && <StatusMark status={standing.kind} />}
                <div class="muted">
                  <Prose text={row.title} />
                </div>
              </th>
            )}
            <td>{aspect}</td>
            <td>
              {drift !== undefined && (
                <div>
                  <span class="side">was</span> <code>{told(drift.accepted)}</code>
                </div>
              )}
              {drift !== undefined && <span class="side">is</span>} <code class="plain">{told(observed[aspect])}</code>
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

function told(value: unknown): string {
  return value === undefined ? 'not observed' : JSON.stringify(value);
}
