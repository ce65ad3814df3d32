import { ok, type Result } from '../problem/index.js';
import { counted } from '../report/index.js';
import { type RunOptions, targetRecord } from '../run/index.js';
import { type EarlierRun, objectionTo } from './earlier/earlier-run.js';
import { rerunPlan } from './earlier/rerun-plan.js';
import { resumePlan } from './earlier/resume-plan.js';
import { type LimitFlags, type Planned, type PlannedPart, planPart } from './plan-part.js';

/** What one process is about to run, and what its journal tells of that. */
export interface PlannedRun extends PlannedPart, Pick<RunOptions, 'kept' | 'startedAt'> {
  readonly about: NonNullable<RunOptions['about']>;
  /** What of an earlier run is taken, for the user. */
  readonly sentence?: string;
}

export function planRun(input: Planned, flags: LimitFlags, earlier: EarlierRun | undefined): Result<PlannedRun> {
  const { library, suite, target, filters, shard } = input;
  const now = { library, suite: suite.name, target: targetRecord(target) };
  const objection = earlier === undefined ? undefined : objectionTo(earlier, now);
  if (objection !== undefined) return { ok: false, problems: [objection] };
  const part = planPart(input, flags);
  if (!part.ok) return part;
  const about = {
    ...(Object.keys(filters).length === 0 ? {} : { selection: filters }),
    ...(shard === undefined ? {} : { shard }),
  };
  if (earlier === undefined) return ok({ ...part.value, about });
  return earlier.kind === 'resume' ? resumed(earlier, part.value, about) : rerun(earlier, part.value, about);
}

function resumed(earlier: EarlierRun, part: PlannedPart, about: PlannedRun['about']): Result<PlannedRun> {
  const result = resumePlan(earlier, part);
  if (!result.ok) return result;
  const { plan, kept } = result.value;
  const { path, run } = earlier.survey;
  const left = plan.instances.filter(({ id, skip }) => skip === undefined && !kept.instances.has(id)).length;
  return ok({
    ...part,
    plan,
    kept,
    startedAt: Date.parse(run.startedAt),
    about: {
      ...about,
      resumed: { kept: kept.instances.size },
      ...(run.rerun === undefined ? {} : { rerun: run.rerun }),
    },
    sentence: `Going on with ${path}: ${counted(kept.instances.size, 'result')} kept, ${counted(left, 'instance')} to run.`,
  });
}

function rerun(earlier: EarlierRun, part: PlannedPart, about: PlannedRun['about']): Result<PlannedRun> {
  const result = rerunPlan(earlier, part);
  if (!result.ok) return result;
  const { plan, of, gone } = result.value;
  const lost = gone.length === 0 ? '' : ` No longer in the suite: ${gone.join(', ')}.`;
  return ok({
    ...part,
    plan,
    about: { ...about, rerun: { of } },
    sentence: `Running ${plan.instances.length} of ${counted(of, 'instance')} of ${earlier.survey.path} again, which did not pass.${lost}`,
  });
}
