import type { Json } from '../../json/index.js';
import type { Drift } from '../gate/standing.js';
import { shortened, visibleLine } from '../visible.js';
import type { Change, ChangeKind, Comparison } from './comparison.js';

const longestValue = 80;

type Sides = Pick<Comparison, 'of' | 'reference' | 'candidate'>;

/** The heading above the changes of one kind. */
export function titleOf(kind: ChangeKind, { of, reference, candidate }: Sides): string {
  const [a, b] = [visibleLine(reference.label), visibleLine(candidate.label)];
  return of === 'runs' ? titlesOfRuns[kind] : titlesOfTargets(a, b)[kind];
}

const titlesOfRuns: Readonly<Record<ChangeKind, string>> = {
  'new-failure': 'New failures',
  lost: 'Lost',
  'new-warning': 'New warnings',
  silenced: 'Silenced',
  drifted: 'Drifted',
  'changed-reason': 'Another reason',
  gone: 'No longer present',
  appeared: 'Newly present',
  fixed: 'Fixed',
  gained: 'Gained',
  'still-failing': 'Still failing',
};

function titlesOfTargets(a: string, b: string): Readonly<Record<ChangeKind, string>> {
  return {
    'new-failure': `Fails on ${b} only`,
    lost: `Without an answer on ${b} only`,
    'new-warning': `Warned on ${b} only`,
    silenced: `Not as it should be on ${a}, without an answer on ${b}`,
    drifted: 'Observed to differ',
    'changed-reason': 'Not as it should be on either, for different reasons',
    gone: `Planned for ${a} only`,
    appeared: `Planned for ${b} only`,
    fixed: `Fails on ${a} only`,
    gained: `Without an answer on ${a} only`,
    'still-failing': 'Fails on both alike',
  };
}

/** What a reader must know to take a kind for what it is; the others speak for themselves. */
export function explanationOf(kind: ChangeKind, { of }: Sides): string | undefined {
  switch (kind) {
    case 'lost':
      return 'A good answer on one side, and on the other none: skipped, inconclusive or an error. What is not proved is not held.';
    case 'silenced':
      return 'What has no answer is not mended.';
    case 'still-failing':
      return of === 'targets' ? 'No difference, and no pass either.' : undefined;
    default:
      return undefined;
  }
}

/** `3 new failures`, `2 fail on canary only` */
export function countOf(kind: ChangeKind, count: number, { of, reference, candidate }: Sides): string {
  const [a, b] = [visibleLine(reference.label), visibleLine(candidate.label)];
  return `${count} ${of === 'runs' ? phrasesOfRuns(count)[kind] : phrasesOfTargets(count, a, b)[kind]}`;
}

function phrasesOfRuns(count: number): Readonly<Record<ChangeKind, string>> {
  const plural = count === 1 ? '' : 's';
  return {
    'new-failure': `new failure${plural}`,
    lost: 'lost',
    'new-warning': `new warning${plural}`,
    silenced: 'silenced',
    drifted: 'drifted',
    'changed-reason': 'not as it should be for another reason',
    gone: 'no longer present',
    appeared: 'newly present',
    fixed: 'fixed',
    gained: 'gained',
    'still-failing': 'still failing',
  };
}

function phrasesOfTargets(count: number, a: string, b: string): Readonly<Record<ChangeKind, string>> {
  const fails = count === 1 ? 'fails' : 'fail';
  return {
    'new-failure': `${fails} on ${b} only`,
    lost: `without an answer on ${b} only`,
    'new-warning': `warned on ${b} only`,
    silenced: `not as it should be on ${a} and without an answer on ${b}`,
    drifted: 'observed to differ',
    'changed-reason': 'not as it should be on either, for different reasons',
    gone: `planned for ${a} only`,
    appeared: `planned for ${b} only`,
    fixed: `${fails} on ${a} only`,
    gained: `without an answer on ${a} only`,
    'still-failing': `${fails} on both alike`,
  };
}

/** Why it is what it is, in a line: causes, or the aspects that differ. */
export function reasonOf(change: Change): string {
  const [before, now] = [causeWords(change.was), causeWords(change.is)];
  switch (change.kind) {
    case 'drifted':
      return change.drifts.map(driftWords).join('; ');
    case 'changed-reason':
      return `${before} → ${now}`;
    case 'fixed':
    case 'gained':
      return before;
    case 'silenced':
      return `${before} → ${now}`;
    case 'gone':
      return change.was?.verdict ?? '';
    case 'appeared':
      return change.is?.verdict ?? '';
    case 'new-failure':
    case 'lost':
    case 'new-warning':
    case 'still-failing':
      return now;
    default:
      return change.kind satisfies never;
  }
}

/** The same for a sentence: what is now, and no codes. */
export function briefReasonOf({ drifts, is, was }: Change): string {
  if (drifts.length > 0) return drifts.map(driftWords).join('; ');
  return is?.cause?.message ?? was?.cause?.message ?? '';
}

/** `status 404 → 400` */
export function driftWords({ aspect, accepted, found }: Drift): string {
  return `${visibleLine(aspect)} ${valueWords(accepted)} → ${valueWords(found)}`;
}

function valueWords(value: Json | undefined): string {
  return value === undefined ? 'not observed' : visibleLine(shortened(JSON.stringify(value), longestValue));
}

function causeWords(outcome: Change['was']): string {
  if (outcome === undefined) return 'not planned';
  return outcome.cause === undefined
    ? outcome.verdict
    : `${outcome.cause.message} (${visibleLine(outcome.cause.code)})`;
}
