import { type ExitCode, exitCodes } from '../../problem/index.js';
import type { Gate } from '../gate/gate.js';
import { visibleLine } from '../visible.js';
import type { Comparison } from './comparison.js';
import type { ComparisonVerdict } from './judge-comparison.js';

/** What each of two targets is by itself. */
export interface OwnGates {
  readonly reference: Gate;
  readonly candidate: Gate;
  /** The candidate's, what fails on the reference as well being accepted. */
  readonly held: Gate;
}

const { interrupted, gateFails, gateHolds, targetUntestable } = exitCodes;

/**
 * The answer of a run on two targets. What fails on both is no difference, so that the comparison takes the place of what
 * a gate says of failures; what makes a run doubtful still does, on either side. The first that applies decides, in the
 * order in which a gate decides: what was seen to be worse is worse, whatever else could not be tested.
 */
export function judgeTargets(comparison: Comparison, judged: ComparisonVerdict, gates: OwnGates): ComparisonVerdict {
  const { reference, candidate } = comparison;
  const bothOwn = [ownWords(candidate.label, gates.candidate), ownWords(reference.label, gates.reference)];
  const verdict = { ...judged, notes: [...judged.notes, ...bothOwn] };
  const instead = (headline: string, exitCode: ExitCode, gate: Gate, label: string) => {
    const sentence = `${headline} (${visibleLine(label)}): ${reasonOf(gate)}`;
    return { ...verdict, exitCode, headline, sentence, notes: [judged.sentence, ...verdict.notes] };
  };
  const sides = [
    { label: candidate.label, facts: candidate, gate: gates.candidate },
    { label: reference.label, facts: reference, gate: gates.reference },
  ];
  const stopped = sides.find(({ facts }) => facts.end === 'interrupted');
  if (stopped !== undefined) return instead('The run was interrupted', interrupted, stopped.gate, stopped.label);
  const untestable = sides.find(({ facts, gate }) => facts.problems.length > 0 || gate.exitCode === targetUntestable);
  const comparable = untestable?.label !== reference.label;
  const broken = comparison.changes.some(({ kind }) => kind === 'new-failure');
  if (judged.exitCode === gateFails && broken && comparable) return verdict;
  if (untestable !== undefined)
    return instead('Not both targets could be tested', targetUntestable, untestable.gate, untestable.label);
  if (judged.exitCode !== gateHolds) return verdict;
  // What the reference proves too little of shows in what is compared; what the target under test does is its own affair.
  const { held } = gates;
  return held.exitCode === gateHolds ? verdict : instead(held.headline, held.exitCode, held, candidate.label);
}

function reasonOf({ headline, sentence }: Gate): string {
  return visibleLine(sentence.slice(headline.length + 2));
}

function ownWords(label: string, { sentence }: Gate): string {
  return `${visibleLine(label)} by itself: ${visibleLine(sentence)}`;
}
