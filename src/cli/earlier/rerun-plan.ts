import type { Survey } from '../../journal/index.js';
import type { Plan } from '../../plan/index.js';
import { failed, ok, type Result } from '../../problem/index.js';
import type { PlannedPart } from '../plan-part.js';
import type { EarlierRun } from './earlier-run.js';

/** What is run again of an earlier run. */
export interface Rerun {
  readonly plan: Plan;
  /** How many instances the earlier run had. */
  readonly of: number;
  /** Did not pass then, and no case has that id any more. */
  readonly gone: readonly string[];
}

/** Everything that keeps the gate from holding: a SHOULD that is not met does not, and is not run again. */
export function rerunPlan({ survey }: EarlierRun, { whole }: PlannedPart): Result<Rerun> {
  const notPassed = new Set(notPassedIn(survey));
  const instances = whole.instances.filter(({ id }) => notPassed.has(id));
  for (const { id } of instances) notPassed.delete(id);
  if (instances.length === 0) {
    const message = `there is nothing to run again of ${survey.path}: ${notPassed.size === 0 ? 'everything passed or was skipped for lack of something' : 'what did not pass is no longer in the suite'}`;
    return failed({ code: 'earlier.nothing-left', message, fix: 'run the whole suite' });
  }
  return ok({ plan: { instances }, of: survey.run.rerun?.of ?? survey.planned.length, gone: [...notPassed] });
}

function notPassedIn({ planned, results }: Survey): readonly string[] {
  return planned.flatMap(({ instance, skip }) => {
    const result = results.get(instance);
    const verdict = result?.verdict ?? (skip === undefined ? 'error' : 'skipped');
    const reason = result?.reason?.code ?? skip?.code ?? '';
    return isToRunAgain(verdict, reason) ? [instance] : [];
  });
}

/** What a target lacks it lacks the next time as well, but a credential is mended and a budget raised. */
function isToRunAgain(verdict: string, reason: string): boolean {
  if (verdict === 'skipped') return reason.startsWith('budget.') || reason === 'needs.credential';
  return verdict === 'failed' || verdict === 'error' || verdict === 'inconclusive';
}
