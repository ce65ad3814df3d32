import type { RunEvent } from '../../journal/index.js';
import {
  type Cell,
  cellAt,
  expectedWords,
  type Matrix,
  matrixWords,
  mendOf,
  observedWords,
  principalOf,
  verdictOfCell,
} from '../grants/index.js';
import { verdictMarks } from '../marks.js';
import { anchorOf, linkTo } from './anchor.js';
import { Section } from './section.js';
import { Prose } from './words.js';

/** Who may call what: expected and observed for each cell, then what would mend those that differ. */
export function GrantMatrix({ matrix, run }: { readonly matrix: Matrix; readonly run: RunEvent }) {
  const differing = matrix.cells.filter(({ state }) => state === 'differs');
  return (
    <Section anchor="grants" title="Who may call what" count={matrix.cells.length}>
      <p>
        {matrixWords(matrix)}: what the target expects of its identities, and what the gateway did on every API that was
        asked.
      </p>
      <div class="scroll">
        <table class="overview matrix">
          <thead>
            <tr>
              <th scope="col">Identity</th>
              {matrix.models.map((model) => (
                <th scope="col">
                  {model}
                  <div class="source">{run.target.models[model]?.fqn}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.identities.map((identity) => (
              <tr>
                <th scope="row">
                  {identity}
                  <Principal name={principalOf(run.target, identity)} />
                </th>
                {matrix.models.map((model) => (
                  <MatrixCell cell={cellAt(matrix, identity, model)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differing.map((cell) => (
        <Difference cell={cell} run={run} />
      ))}
    </Section>
  );
}

function Principal({ name }: { readonly name: string | undefined }) {
  return name === undefined ? null : <div class="source">{name}</div>;
}

/** Told by a glyph, by words, and by a colour. */
function MatrixCell({ cell }: { readonly cell: Cell | undefined }) {
  if (cell === undefined) return <td class="none">no expectation</td>;
  const verdict = verdictOfCell(cell);
  return (
    <td class={cell.state}>
      <a class="quiet" href={linkTo(anchorOf(cell.instance))}>
        <span class={`status ${verdict}`}>
          <span class="mark" aria-hidden="true">
            {verdictMarks[verdict]}
          </span>
          {observedWords(cell)}
        </span>
      </a>
      <div class="muted">
        {cell.state !== 'holds' && <strong>{cell.state}: </strong>}
        {expectedWords(cell)}
      </div>
    </td>
  );
}

function Difference({ cell, run }: { readonly cell: Cell; readonly run: RunEvent }) {
  const { notes = [], rest = [], sql = [] } = mendOf(cell, run) ?? {};
  return (
    <details class="instance failed" open>
      <summary>
        <h3>
          <span class="status failed">
            <span class="mark" aria-hidden="true">
              {verdictMarks.failed}
            </span>
            differs
          </span>{' '}
          <span class="id">
            {cell.identity} on {cell.model}
          </span>
        </h3>
        <span class="about">
          {expectedWords(cell)}; observed {observedWords(cell)}
        </span>
      </summary>
      <div class="body">
        {notes.map((note) => (
          <p>
            <Prose text={note} />
          </p>
        ))}
        {rest.length > 0 && <Listing title="REST" text={rest.join('\n\n')} />}
        {sql.length > 0 && <Listing title="SQL, where the warehouse knows model services" text={sql.join('\n')} />}
      </div>
    </details>
  );
}

function Listing({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h4>{title}</h4>
      <pre>
        <code>{text}</code>
      </pre>
    </>
  );
}
