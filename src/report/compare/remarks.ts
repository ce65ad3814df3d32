import { visibleLine } from '../visible.js';
import { counted, listed } from '../wording.js';
import type { Comparison, RunFacts } from './comparison.js';

/** What makes a comparison doubtful, a sentence each. */
export function doubtsOf({ reference, candidate }: Comparison): readonly string[] {
  return [reference, candidate].flatMap((run) => [...endDoubt(run), ...partDoubt(run), ...problemDoubt(run)]);
}

function endDoubt({ label, end }: RunFacts): string[] {
  const missing = 'what it has not run has no answer here';
  switch (end) {
    case 'whole':
      return [];
    case 'cut':
      return [`The journal of ${visibleLine(label)} breaks off before the run's end: ${missing}.`];
    case 'interrupted':
      return [`The run of ${visibleLine(label)} was interrupted: ${missing}.`];
    case 'gaps':
      return [`Shards are missing in ${visibleLine(label)}: ${missing}.`];
    default:
      return end satisfies never;
  }
}

function partDoubt({ label, part }: RunFacts): string[] {
  return part === undefined ? [] : [`This is not the whole of ${visibleLine(label)}, but ${part}.`];
}

function problemDoubt({ label, problems }: RunFacts): string[] {
  const [first, ...others] = problems;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more problem')})`;
  return [`Not all of ${visibleLine(label)} could be tested: ${visibleLine(first).replace(/\.$/, '')}${more}.`];
}

/** How the two differ in what they are, and what is in none of the lists. */
export function notesOf(comparison: Comparison): readonly string[] {
  const { reference, candidate, of } = comparison;
  const differs = (what: string, one: string, other: string) =>
    one === other ? [] : [`The ${what} differ: ${visibleLine(one)} and ${visibleLine(other)}.`];
  return [
    ...differs('suites', reference.suite, candidate.suite),
    ...(of === 'targets' ? [] : differs('targets', reference.target, candidate.target)),
    ...specsNote(reference, candidate),
    ...differs('versions', reference.tool, candidate.tool),
    ...alike(comparison),
    ...pace(comparison),
  ];
}

function specsNote({ specsDigest: one }: RunFacts, { specsDigest: other }: RunFacts): string[] {
  if (one === other) return [];
  const digests = `${one.slice(0, 12)} and ${other.slice(0, 12)}`;
  return [`The specs differ (${digests}): a change may be one of what is asked for.`];
}

function alike({ alike: same, openInBoth }: Comparison): string[] {
  const parts = [
    ...(same === 0 ? [] : [`${counted(same, 'instance')} ${same === 1 ? 'is' : 'are'} as good in one as in the other`]),
    ...(openInBoth === 0 ? [] : [`${openInBoth} ${openInBoth === 1 ? 'has' : 'have'} no answer in either`]),
  ];
  return parts.length === 0 ? [] : [`${listed(parts)}.`];
}

/** Below this, the median of a run says nothing. */
const leastPace = 1.25;

function pace({ pace: times, reference, candidate }: Comparison): string[] {
  if (times === undefined || (times < leastPace && times > 1 / leastPace)) return [];
  const [a, b] = [visibleLine(reference.label), visibleLine(candidate.label)];
  return [
    `The median instance took ${times.toFixed(times < 1 ? 2 : 1)} times as long in ${b} as in ${a}, waits left out.`,
  ];
}
