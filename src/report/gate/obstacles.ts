import type { Verdict } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { visibleLine } from '../visible.js';
import type { Gate } from './gate.js';
import { codeOfStanding, failOnOf, type Standing } from './standing.js';
import { standingInWords } from './standing-words.js';

/** Something that no instance shows and that keeps the gate from holding. */
export interface Obstacle {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly message: string;
  /** Of the harness or the surroundings, rather than a gate that was not passed. */
  readonly error: boolean;
}

/** What a reader of test cases alone must be shown as well, lest a file without a failed case reads as green. */
export function obstaclesOf(assessment: Assessment): readonly Obstacle[] {
  const { journal, standings, gate } = assessment;
  if (journal.problems.length > 0) {
    return journal.problems.map(({ code, message, fix }, index) => ({
      id: `problem.${index + 1}`,
      title: code,
      type: code,
      message: visibleLine(fix === undefined ? message : `${message} (${fix})`),
      error: true,
    }));
  }
  const gone = goneIn(assessment);
  const shown = journal.instances.some(({ id, verdict }) => isShownAsFailed(verdict, standings.get(id), gate));
  if (gate.exitCode === 0 || shown) return gone;
  return [...gone, { id: 'gate', title: gate.headline, type: 'gate', message: gate.sentence, error: false }];
}

/** What was proved once and is not even planned has no case of its own to say so. */
function goneIn({ journal, standings, gate }: Assessment): readonly Obstacle[] {
  if (!gate.failOn.includes('lost')) return [];
  const planned = new Set(journal.instances.map(({ id }) => id));
  return [...standings]
    .filter(([id]) => !planned.has(id))
    .map(([id, standing]) => ({
      id: visibleLine(id),
      title: 'is no more',
      type: codeOfStanding('lost'),
      message: standingInWords(standing, undefined),
      error: false,
    }));
}

/** Whether a reader of test cases sees a failure or an error. */
export function isShownAsFailed(verdict: Verdict, standing: Standing | undefined, gate: Gate): boolean {
  const told = standing === undefined ? undefined : toldAs(standing, verdict, gate);
  return told === undefined ? verdict === 'failed' || verdict === 'error' : told === 'failure';
}

/** What a standing makes of a test case; nothing when its verdict is what there is to say. */
export function toldAs(
  { kind }: Standing,
  verdict: Verdict,
  { failOn }: Pick<Gate, 'failOn'>,
): 'failure' | 'skipped' | undefined {
  const fails = failOn.includes(failOnOf[kind]);
  if (verdict === 'failed') return kind === 'known-failure' && !fails ? 'skipped' : undefined;
  // Why there is no answer is more than that there was one.
  return fails && verdict !== 'error' ? 'failure' : undefined;
}
