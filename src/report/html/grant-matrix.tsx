import type { Verdict } from '../../journal/index.js';
import type { GrantCell, GrantData } from '../data/report-data.js';
import { verdictMarks } from '../marks.js';
import { Scroll } from './scroll.js';
import { Prose } from './words.js';

const verdictOfState: Readonly<Record<GrantCell['state'], Verdict>> = {
  holds: 'passed',
  differs: 'failed',
  open: 'inconclusive',
};

interface GrantTableProps {
  readonly grants: GrantData;
  /** Where to read on about an instance. */
  readonly linkOf: (instance: string) => string | undefined;
}

/** Who may call what: expected and observed for each cell. */
export function GrantTable({ grants, linkOf }: GrantTableProps) {
  const cells = new Map(grants.cells.map((cell) => [JSON.stringify([cell.identity, cell.model]), cell]));
  return (
    <>
      <p>
        {grants.words}: what the target expects of its identities, and what the gateway did on every API that was asked.
      </p>
      <Scroll label="Who may call what">
        <table class="overview matrix">
          <thead>
            <tr>
              <th scope="col">Identity</th>
              {grants.models.map(({ name, fqn }) => (
                <th scope="col">
                  {name}
                  <div class="source">{fqn}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grants.identities.map(({ name, principal }) => (
              <tr>
                <th scope="row">
                  {name}
                  {principal !== undefined && <div class="source">{principal}</div>}
                </th>
                {grants.models.map((model) => (
                  <MatrixCell cell={cells.get(JSON.stringify([name, model.name]))} linkOf={linkOf} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** Told by a glyph, by words, and by a colour. */
function MatrixCell({ cell, linkOf }: { readonly cell: GrantCell | undefined } & Pick<GrantTableProps, 'linkOf'>) {
  if (cell === undefined) return <td class="none">no expectation</td>;
  const { state, expected, observed, instance } = cell;
  const verdict = verdictOfState[state];
  const link = linkOf(instance);
  const word = (
    <span class={`status ${verdict}`}>
      <span class="mark" aria-hidden="true">
        {verdictMarks[verdict]}
      </span>
      {observed}
    </span>
  );
  return (
    <td class={state}>
      {link === undefined ? (
        word
      ) : (
        <a class="quiet" href={link}>
          {word}
        </a>
      )}
      <div class="muted">
        {state !== 'holds' && <strong>{state}: </strong>}
        {expected}
      </div>
    </td>
  );
}

/** What would mend the cells that differ. */
export function GrantDifferences({ grants }: { readonly grants: GrantData }) {
  return (
    <>
      {grants.cells
        .filter(({ state }) => state === 'differs')
        .map((cell) => (
          <Difference cell={cell} />
        ))}
    </>
  );
}

function Difference({ cell: { identity, model, expected, observed, mend } }: { readonly cell: GrantCell }) {
  const { notes = [], rest = [], sql = [] } = mend ?? {};
  return (
    <article class="instance failed">
      <h3>
        <span class="status failed">
          <span class="mark" aria-hidden="true">
            {verdictMarks.failed}
          </span>
          differs
        </span>{' '}
        <span class="id">
          {identity} on {model}
        </span>
      </h3>
      <p class="about">
        {expected}; observed {observed}
      </p>
      {notes.map((note) => (
        <p>
          <Prose text={note} />
        </p>
      ))}
      {rest.length > 0 && <Listing title="REST" text={rest.join('\n\n')} />}
      {sql.length > 0 && <Listing title="SQL, where the warehouse knows model services" text={sql.join('\n')} />}
    </article>
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
