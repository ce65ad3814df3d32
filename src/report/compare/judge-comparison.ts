import { type ExitCode, exitCodes } from '../../problem/index.js';
import { shortened, visibleLine } from '../visible.js';
import { counted, listed } from '../wording.js';
import { type ChangeClass, kindsOf } from './change-classes.js';
import { changesByKind, type KindOfChanges } from './change-groups.js';
import { briefReasonOf, countOf } from './change-words.js';
import type { ChangeKind, Comparison, RunFacts } from './comparison.js';
import { doubtsOf, notesOf } from './remarks.js';

/** The answer to one question: is the candidate worse? */
export interface ComparisonVerdict {
  readonly exitCode: ExitCode;
  readonly headline: string;
  /** The headline with its reason: one sentence. */
  readonly sentence: string;
  /** What makes the answer doubtful: to be said loudly. */
  readonly doubts: readonly string[];
  /** What else there is to know. */
  readonly notes: readonly string[];
}

/** Counts against the candidate what the user says; a candidate of which a part is missing can never be called no worse. */
export function judgeComparison(comparison: Comparison, failOn: readonly ChangeClass[]): ComparisonVerdict {
  const counting = kindsOf(failOn);
  const kinds = changesByKind(comparison.changes);
  const against = kinds.filter(({ kind }) => counting.has(kind));
  const others = kinds.filter(({ kind }) => !counting.has(kind));
  const doubts = doubtsOf(comparison);
  const notes = notesOf(comparison);
  if (against.length > 0) {
    const headline = headlineOf(against.some(({ kind }) => worseKinds.has(kind)) ? 'worse' : 'different', comparison);
    const sentence = `${headline}: ${inWords(against, comparison, against.length)}.`;
    const also = others.length === 0 ? [] : [`Besides: ${inWords(others, comparison, 1)}.`];
    return { exitCode: exitCodes.gateFails, headline, sentence, doubts, notes: [...also, ...notes] };
  }
  const rest = others.length === 0 ? '' : `; ${inWords(others, comparison, 1)}`;
  if (comparison.answeredInBoth === 0) {
    const headline = 'Nothing is compared';
    const sentence = `${headline}: not one instance has an answer in both${rest}.`;
    return { exitCode: exitCodes.tooLittleProved, headline, sentence, doubts, notes };
  }
  if (comparison.candidate.end !== 'whole') {
    const headline = 'No verdict';
    const sentence = `${headline}: a part of ${nameOf(comparison.candidate)} is missing${rest}.`;
    return { exitCode: exitCodes.gateFails, headline, sentence, doubts, notes };
  }
  const headline = headlineOf('no worse', comparison);
  const sought = failOn.length === 0 ? 'nothing counts' : failOn.map((name) => notFound[name]).join(', ');
  const among = counted(comparison.answeredInBoth, 'instance');
  const sentence = `${headline}: ${sought}, in ${among} with an answer in both${rest}.`;
  return { exitCode: exitCodes.gateHolds, headline, sentence, doubts, notes };
}

/** `2 new failures (such as naming.fqn: The status is 403) and 1 lost`: of some kinds that are worth it, one is named. */
function inWords(kinds: readonly KindOfChanges[], comparison: Comparison, examples: number): string {
  const telling = kinds.filter(({ kind }) => worthNaming.has(kind)).slice(0, examples);
  const phrases = kinds.map(
    (one) => `${countOf(one.kind, one.count, comparison)}${telling.includes(one) ? example(one) : ''}`,
  );
  return listed(phrases, phrases.length);
}

function example({ count, groups }: KindOfChanges): string {
  const first = groups[0]?.changes[0];
  if (first === undefined) return '';
  const reason = shortened(briefReasonOf(first).replace(/\.$/, ''), longestReason);
  return ` (${count > 1 ? 'such as ' : ''}${visibleLine(first.id)}: ${reason})`;
}

const longestReason = 200;

const worthNaming: ReadonlySet<ChangeKind> = new Set(['new-failure', 'lost', 'new-warning', 'silenced', 'drifted']);
const worseKinds: ReadonlySet<ChangeKind> = new Set(['new-failure', 'lost', 'new-warning']);

function headlineOf(answer: 'worse' | 'no worse' | 'different', { of, reference, candidate }: Comparison): string {
  if (of === 'runs') return answer.charAt(0).toUpperCase() + answer.slice(1);
  const link = answer === 'different' ? 'from' : 'than';
  return `${nameOf(candidate)} is ${answer} ${link} ${nameOf(reference)}`;
}

function nameOf({ label }: RunFacts): string {
  return visibleLine(label);
}

const notFound: Readonly<Record<ChangeClass, string>> = {
  'new-failures': 'no new failures',
  lost: 'nothing lost',
  'new-warnings': 'no new warnings',
  silenced: 'nothing silenced',
  drift: 'no drift',
  'changed-reasons': 'no other reasons',
  gone: 'nothing gone',
  fixed: 'nothing fixed',
  any: 'no difference',
};
