import { eventsOf, type JournalEvent, planDigest, type Survey } from '../../journal/index.js';
import type { Plan } from '../../plan/index.js';
import { failed, ok, type Result } from '../../problem/index.js';
import type { KeptResults } from '../../run/index.js';
import type { PlannedPart } from '../plan-part.js';
import type { EarlierRun } from './earlier-run.js';

/** What goes on with a run that was cut off. */
export interface Resumed {
  readonly plan: Plan;
  readonly kept: KeptResults;
}

/** Keeps every result that the earlier run came to, and plans the rest as it was planned then. */
export function resumePlan({ survey, plan: before }: EarlierRun, { plan, whole }: PlannedPart): Result<Resumed> {
  const { path, run, planned } = survey;
  const ids = whole.instances.map(({ id }) => id);
  if (planDigest(ids) !== before.digest) {
    const message = `${path} planned ${before.instances} instances, which are not the ${ids.length} of now`;
    const fix = 'go back to the suite and the expectations of the target that it had, or run all of it again';
    return failed({ code: 'earlier.different-plan', message, fix });
  }
  const chosen = new Set(planned.map(({ instance }) => instance));
  const part = run.rerun === undefined ? plan : { instances: plan.instances.filter(({ id }) => chosen.has(id)) };
  const results = new Set(
    [...survey.results].filter(([, { reason }]) => !isUnfinished(reason?.code)).map(([id]) => id),
  );
  const open = part.instances.filter(({ id, skip }) => skip === undefined && !results.has(id));
  if (open.length === 0 && survey.ended !== undefined) {
    const message = `nothing is left to run of ${path}: it has an end, and every instance a result`;
    return failed({ code: 'earlier.nothing-left', message, fix: 'run what did not pass once more with --failed' });
  }
  return ok({ plan: part, kept: { instances: results, events: keptEvents(survey, results) } });
}

/** It was under way when the run ended, or the run's budget had no room for it: no result, but the lack of one. */
function isUnfinished(reason: string | undefined): boolean {
  return reason === 'interrupted' || reason?.startsWith('budget.') === true;
}

function* keptEvents(survey: Survey, kept: ReadonlySet<string>): Generator<JournalEvent> {
  for (const event of eventsOf(survey)) {
    if (event.event !== 'started' && event.event !== 'exchange' && event.event !== 'finished') continue;
    if (kept.has(event.instance)) yield event;
  }
}
