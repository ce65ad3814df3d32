import type { ComponentChildren, FunctionComponent } from 'preact';
import type { Verdict } from '../../journal/index.js';
import { Prose, VerdictWord } from '../html/words.js';
import { shortened } from '../visible.js';
import { duration } from '../wording.js';
import type { ChangeGroup } from './change-groups.js';
import { reasonOf } from './change-words.js';
import type { Change, Comparison, Slowdown } from './comparison.js';

// Plain components without effects: they serve the static page and a page that runs in a browser alike.

interface SidesProps {
  readonly comparison: Comparison;
}

/** Where more is told of an instance of either run, where there is such a place. */
type LinkOf = (id: string, side: 'reference' | 'candidate') => string;

interface ChangeTableProps extends SidesProps {
  readonly groups: readonly ChangeGroup[];
  readonly linkOf?: LinkOf;
  /** How what is large is folded; by default, it stands in the document from the start. */
  readonly Fold?: FunctionComponent<FoldProps>;
}

export interface FoldProps {
  readonly summary: ComponentChildren;
  readonly rows: number;
  /** The first so many rows; all of them otherwise. */
  readonly content: (rows?: number) => ComponentChildren;
}

/** Beyond this many, instances of one reason are shown when they are asked for. */
const fewInstances = 8;

/** Changes of one kind; those that have one reason stand together, the reason once. */
export function ChangeTable({ groups, comparison, linkOf, Fold = Details }: ChangeTableProps) {
  const isLarge = ({ changes }: ChangeGroup) => changes.length > fewInstances;
  const few = groups.filter((group) => !isLarge(group));
  const rowsOf = ({ changes }: ChangeGroup, withReason: boolean) => (
    <tbody>
      {changes.map((change, index) => (
        <tr>
          <th scope="row">
            <InstanceName
              change={change}
              link={linkOf?.(change.id, change.is === undefined ? 'reference' : 'candidate')}
            />
          </th>
          <td>
            <OutcomeWord verdict={change.was?.verdict} link={linkOf?.(change.id, 'reference')} />
          </td>
          <td>
            <OutcomeWord verdict={change.is?.verdict} link={linkOf?.(change.id, 'candidate')} />
          </td>
          {withReason && index === 0 && (
            <td rowSpan={changes.length}>
              <Reason change={change} />
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
  return (
    <>
      {groups.filter(isLarge).map((group) => (
        <Fold
          key={group.reason}
          summary={
            <>
              {group.changes.length} instances: <Prose text={group.reason} />
            </>
          }
          rows={group.changes.length}
          content={(rows) => (
            <Table comparison={comparison} withReason={false}>
              {rowsOf({ ...group, changes: group.changes.slice(0, rows) }, false)}
            </Table>
          )}
        />
      ))}
      {few.length > 0 && (
        <Table comparison={comparison} withReason>
          {few.map((group) => rowsOf(group, true))}
        </Table>
      )}
    </>
  );
}

function Details({ summary, content }: FoldProps) {
  return (
    <details class="file">
      <summary>{summary}</summary>
      {content()}
    </details>
  );
}

interface TableProps extends SidesProps {
  readonly withReason: boolean;
  readonly children: ComponentChildren;
}

function Table({ comparison, withReason, children }: TableProps) {
  return (
    <div class="scroll">
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">Instance</th>
            <th scope="col">{comparison.reference.label}</th>
            <th scope="col">{comparison.candidate.label}</th>
            {withReason && <th scope="col">Why</th>}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

function InstanceId({ id, link }: { readonly id: string; readonly link: string | undefined }) {
  if (link === undefined) return <span class="id">{id}</span>;
  return (
    <a class="id" href={link}>
      {id}
    </a>
  );
}

function InstanceName({ change: { id, title }, link }: { readonly change: Change; readonly link: string | undefined }) {
  return (
    <>
      <InstanceId id={id} link={link} />
      <br />
      <span class="muted">
        <Prose text={title} />
      </span>
    </>
  );
}

interface OutcomeWordProps {
  readonly verdict: Verdict | undefined;
  readonly link: string | undefined;
}

function OutcomeWord({ verdict, link }: OutcomeWordProps) {
  if (verdict === undefined) return <span class="muted">not planned</span>;
  const word = <VerdictWord verdict={verdict} />;
  return link === undefined ? (
    word
  ) : (
    <a class="quiet" href={link}>
      {word}
    </a>
  );
}

function Reason({ change }: { readonly change: Change }) {
  if (change.kind !== 'drifted') return <Prose text={reasonOf(change)} />;
  return (
    <dl class="drifts">
      {change.drifts.map(({ aspect, accepted, found }) => (
        <>
          <dt>{aspect}</dt>
          <dd>
            <ObservedValue value={accepted} /> <span aria-hidden="true">→</span> <ObservedValue value={found} />
          </dd>
        </>
      ))}
    </dl>
  );
}

const longestValue = 400;

function ObservedValue({ value }: { readonly value: unknown }) {
  if (value === undefined) return <span class="muted">not observed</span>;
  return <code>{shortened(JSON.stringify(value), longestValue)}</code>;
}

interface SlowerTableProps extends SidesProps {
  readonly slower: readonly Slowdown[];
  readonly linkOf?: LinkOf;
}

export function SlowerTable({ slower, comparison, linkOf }: SlowerTableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Instance</th>
            <th scope="col" class="number">
              {comparison.reference.label}
            </th>
            <th scope="col" class="number">
              {comparison.candidate.label}
            </th>
          </tr>
        </thead>
        <tbody>
          {slower.map(({ id, wasMs, isMs }) => (
            <tr>
              <th scope="row">
                <InstanceId id={id} link={linkOf?.(id, 'candidate')} />
              </th>
              <td class="number">
                <Took milliseconds={wasMs} link={linkOf?.(id, 'reference')} />
              </td>
              <td class="number">
                <Took milliseconds={isMs} link={linkOf?.(id, 'candidate')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Took({ milliseconds, link }: { readonly milliseconds: number; readonly link: string | undefined }) {
  if (link === undefined) return <>{duration(milliseconds)}</>;
  return (
    <a class="quiet" href={link}>
      {duration(milliseconds)}
    </a>
  );
}
