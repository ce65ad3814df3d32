import { useId, useMemo, useState } from 'preact/hooks';
import { Prose } from '../../../html/words.js';
import { FaultDetail } from '../../../kill-matrix/fault-detail.js';
import type { KillMatrix } from '../../../kill-matrix/kill-matrix.js';
import { figuresOf, proofOf } from '../../../kill-matrix/proof.js';
import { ProofBanner } from '../../../kill-matrix/proof-banner.js';
import { VariantDetail } from '../../../kill-matrix/variant-detail.js';
import { counted } from '../../../wording.js';
import { Choice } from '../choice.js';
import { everything, filtered, type KillFilter, type KillRow, type KillStatus, killRowsOf } from './kill-rows.js';
import { KillKey, KillSquares } from './kill-squares.js';

interface KillMatrixViewProps {
  readonly matrix: KillMatrix;
  /** The digest of the specs that the run was planned from: a proof of others says less. */
  readonly specsDigest: string;
  /** Where the report tells a requirement. */
  readonly hrefOf: (requirement: string) => string;
}

/** Which faulty gateways show that the cases of a requirement can fail, and which instances caught them. */
export function KillMatrixView({ matrix, specsDigest, hrefOf }: KillMatrixViewProps) {
  const [filter, setFilter] = useState(everything);
  const proof = useMemo(() => proofOf(matrix), [matrix]);
  const rows = useMemo(() => killRowsOf(matrix), [matrix]);
  const shown = filtered(rows, filter);
  const faults = new Set(shown.flatMap((row) => row.faults.map(({ fault }) => fault.id))).size;
  return (
    <div class="kill-matrix">
      <ProofBanner proof={proof} figures={figuresOf(matrix)} heading="h2" />
      {matrix.partial && <p class="warned">! Only some of the faults were tried: of the others nothing is known.</p>}
      {matrix.specsDigest !== specsDigest && (
        <p class="warned">! The proof is of other specs than those of this run.</p>
      )}
      <Filters filter={filter} set={setFilter} />
      <p class="muted" role="status">
        {shown.length === rows.length ? '' : `${shown.length} of `}
        {counted(rows.length, 'requirement')}, {counted(faults, 'fault')}
      </p>
      <KillKey />
      <div class="scroll">
        <table class="kill-table">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Level</th>
              <th scope="col">What it demands</th>
              <th scope="col">Stands</th>
              <th scope="col" class="wide">
                Faults that break it
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row row={row} hrefOf={hrefOf} key={row.requirement.id} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p>No requirement fits.</p>}
      <Others matrix={matrix} idle={proof.idleCases} />
    </div>
  );
}

function Filters({ filter, set }: { readonly filter: KillFilter; readonly set: (filter: KillFilter) => void }) {
  return (
    <search class="view-controls">
      <input
        type="search"
        aria-label="Requirements, faults and cases that hold these words"
        placeholder="Requirement, fault or case"
        value={filter.text}
        onInput={({ currentTarget }) => set({ ...filter, text: currentTarget.value })}
      />
      <Choice
        label="Level"
        values={[
          ['all', 'All levels'],
          ['MUST', 'MUST'],
          ['SHOULD', 'SHOULD'],
          ['OBSERVE', 'OBSERVE'],
        ]}
        chosen={filter.level}
        choose={(level) => set({ ...filter, level })}
      />
      <Choice
        label="How it stands"
        values={[
          ['all', 'All'],
          ['proved', 'Proved'],
          ['open', 'Not proved'],
        ]}
        chosen={filter.status}
        choose={(status) => set({ ...filter, status })}
      />
    </search>
  );
}

const words: Readonly<Record<KillStatus, readonly [mark: string, kind: string, word: string]>> = {
  proved: ['✓', 'proved', 'proved'],
  lives: ['✗', 'violated', 'a fault lives'],
  'no fault': ['✗', 'violated', 'no fault'],
  observed: ['·', 'observed', 'no fault'],
  'not exercised': ['○', 'not-exercised', 'not exercised'],
};

function Row({ row, hrefOf }: { readonly row: KillRow; readonly hrefOf: KillMatrixViewProps['hrefOf'] }) {
  const { requirement, status, faults } = row;
  const [open, setOpen] = useState(false);
  const id = useId();
  const [mark, kind, word] = words[status];
  return (
    <>
      <tr class={kind === 'violated' ? 'row-violated' : ''}>
        <th scope="row" class="id">
          <a class="quiet" href={hrefOf(requirement.id)}>
            {requirement.id}
          </a>
        </th>
        <td class="level">{requirement.level}</td>
        <td>
          <Prose text={requirement.statement} />
        </td>
        <td>
          <span class={`status ${kind}`}>
            <span class="mark" aria-hidden="true">
              {mark}
            </span>
            {word}
          </span>
        </td>
        <td>
          {faults.length === 0 ? (
            <span class="muted">none</span>
          ) : (
            <button
              type="button"
              class="kill-open"
              aria-expanded={open}
              {...(open ? { 'aria-controls': id } : {})}
              onClick={() => setOpen(!open)}
            >
              <span aria-hidden="true">{open ? '▾' : '▸'}</span> <KillSquares faults={faults} /> {caughtWords(faults)}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr class="kill-faults">
          <td colSpan={5} id={id}>
            {faults.map(({ fault, broken }) => (
              <FaultDetail fault={{ ...fault, breaks: [broken] }} open={faults.length <= 3} hrefOf={hrefOf} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

function caughtWords(faults: KillRow['faults']): string {
  const caught = faults.filter(({ broken }) => broken.catches.length > 0).length;
  return caught === faults.length ? `${caught} caught` : `${caught} of ${faults.length} caught`;
}

/** What no requirement shows: legal gateways, and cases that nothing has made fail. */
function Others({ matrix, idle }: { readonly matrix: KillMatrix; readonly idle: KillMatrix['idleCases'] }) {
  const flagged = matrix.variants.filter((variant) => variant.flagged.length > 0);
  return (
    <>
      {matrix.variants.length > 0 && (
        <details class="more" open={flagged.length > 0}>
          <summary>
            {counted(matrix.variants.length, 'legal variant')},{' '}
            {flagged.length === 0 ? 'none flagged' : <b class="bad">✗ {flagged.length} flagged</b>}
          </summary>
          {[...flagged, ...matrix.variants.filter((variant) => variant.flagged.length === 0)].map((variant) => (
            <VariantDetail variant={variant} open={variant.flagged.length > 0} />
          ))}
        </details>
      )}
      {idle.length > 0 && (
        <details class="more">
          <summary>{counted(idle.length, 'case')} that never caught a fault</summary>
          <ul>
            {idle.map((item) => (
              <li>
                <span class="id">{item.case}</span> <span class="muted">{item.file}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
