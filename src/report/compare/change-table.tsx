import type { ComponentChildren } from 'preact';
import type { Verdict } from '../../journal/index.js';
import { Prose } from '../html/words.js';
import { verdictMarks } from '../marks.js';
import { shortened } from '../visible.js';
import { duration } from '../wording.js';
import type { ChangeGroup } from './change-groups.js';
import { reasonOf } from './change-words.js';
import type { Change, Comparison, Slowdown } from './comparison.js';

// Plain components without effects: they serve the static page and a page that runs in a browser alike.

interface SidesProps {
  readonly comparison: Comparison;
}

interface ChangeTableProps extends SidesProps {
  readonly groups: readonly ChangeGroup[];
  /** Where more is told of an instance, where there is such a place. */
  readonly linkOf?: (id: string) => string | undefined;
}

/** Beyond this many, instances of one reason are shown when they are asked for. */
const fewInstances = 8;

/** Changes of one kind; those that have one reason stand together, the reason once. */
export function ChangeTable({ groups, comparison, linkOf }: ChangeTableProps) {
  const isLarge = ({ changes }: ChangeGroup) => changes.length > fewInstances;
  const few = groups.filter((group) => !isLarge(group));
  const rowsOf = ({ changes }: ChangeGroup, withReason: boolean) => (
    <tbody>
      {changes.map((change, index) => (
        <tr>
          <th scope="row">
            <InstanceName change={change} link={linkOf?.(change.id)} />
          </th>
          <td>
            <OutcomeWord verdict={change.was?.verdict} />
          </td>
          <td>
            <OutcomeWord verdict={change.is?.verdict} />
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
        <details class="file">
          <summary>
            {group.changes.length} instances: <Prose text={group.reason} />
          </summary>
          <Table comparison={comparison} withReason={false}>
            {rowsOf(group, false)}
          </Table>
        </details>
      ))}
      {few.length > 0 && (
        <Table comparison={comparison} withReason>
          {few.map((group) => rowsOf(group, true))}
        </Table>
      )}
    </>
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

function InstanceName({ change: { id, title }, link }: { readonly change: Change; readonly link: string | undefined }) {
  return (
    <>
      {link === undefined ? (
        <span class="id">{id}</span>
      ) : (
        <a class="id" href={link}>
          {id}
        </a>
      )}
      <br />
      <span class="muted">
        <Prose text={title} />
      </span>
    </>
  );
}

function OutcomeWord({ verdict }: { readonly verdict: Verdict | undefined }) {
  if (verdict === undefined) return <span class="muted">not planned</span>;
  return (
    <span class={`status ${verdict}`}>
      <span class="mark" aria-hidden="true">
        {verdictMarks[verdict]}
      </span>
      {verdict}
    </span>
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
}

export function SlowerTable({ slower, comparison }: SlowerTableProps) {
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
              <th scope="row" class="id">
                {id}
              </th>
              <td class="number">{duration(wasMs)}</td>
              <td class="number">{duration(isMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
