import { type Requirement, verdicts } from '../../journal/index.js';
import type { RequirementRecord } from '../requirement-status.js';
import { anchorOf, linkTo } from './anchor.js';
import { Prose, StatusWord, statusClass } from './words.js';

/** One requirement: what it demands, who says so, and what the run has shown about it. */
export function RequirementRow({ record }: { readonly record: RequirementRecord }) {
  const { requirement, status, promised } = record;
  return (
    <tr id={anchorOf(requirement.id)} class={`row-${statusClass(status)}`}>
      <th scope="row" class="id">
        {requirement.id}
      </th>
      <td class="level">{requirement.level}</td>
      <td>
        <Prose text={requirement.statement} />
        <Source source={requirement.source} />
      </td>
      <td>
        <StatusWord status={status} />
        {promised && <div class="muted">promised</div>}
      </td>
      <td>
        <Instances record={record} />
      </td>
    </tr>
  );
}

/** Only what is an address of the web becomes a link. */
function Source({ source: { kind, address } }: { readonly source: Requirement['source'] }) {
  const isAddress = /^https?:\/\/\S+$/.test(address);
  return (
    <div class="source">
      {kind}: {isAddress ? <a href={address}>{address}</a> : address}
    </div>
  );
}

/** `2 passed, 1 failed`, each linking to the first of its kind. */
function Instances({ record: { counters, instances } }: { readonly record: RequirementRecord }) {
  const parts = verdicts.flatMap((verdict) => {
    const first = instances.find((instance) => instance.verdict === verdict);
    return first === undefined ? [] : [{ verdict, first: first.id, count: counters[verdict] }];
  });
  if (parts.length === 0) return <span class="muted">none</span>;
  return (
    <>
      {parts.map(({ verdict, first, count }, index) => (
        <>
          {index > 0 && ', '}
          <a class="quiet" href={linkTo(anchorOf(first))}>
            {count}&nbsp;{verdict}
          </a>
        </>
      ))}
    </>
  );
}
