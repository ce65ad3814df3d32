import { type PlanRecord, type RunEvent, type Survey, surveyJournal, targetDifference } from '../../journal/index.js';
import { failed, ok, type Problem, type Result } from '../../problem/index.js';
import type { Library } from '../../spec/index.js';

/** What a new run takes from the journal of an earlier one: its results (`resume`), or what did not pass (`failed`). */
export interface EarlierRun {
  readonly kind: 'resume' | 'failed';
  readonly survey: Survey;
  readonly plan: PlanRecord;
}

export interface EarlierFlags {
  readonly resume?: string;
  readonly failed?: string;
}

/** Flags of which an earlier run says already what they would say. */
const decided = ['shard', 'case', 'api', 'tag', 'requirement'] as const;

/** The earlier run that the flags name; undefined when they name none. `isGiven` tells flags from their defaults. */
export function openEarlier(
  { resume, failed: rerun }: EarlierFlags,
  isGiven: (flag: string) => boolean,
): Result<EarlierRun | undefined> {
  const path = resume ?? rerun;
  if (path === undefined) return ok(undefined);
  if (resume !== undefined && rerun !== undefined)
    return wrongFlags('--resume and --failed exclude each other', 'write one of them');
  const superfluous = decided.find(isGiven);
  const kind = resume === undefined ? 'failed' : 'resume';
  if (superfluous !== undefined)
    return wrongFlags(`what --${kind} runs is in the journal`, `leave out --${superfluous}`);
  const survey = surveyJournal(path);
  if (!survey.ok) return survey;
  const { plan, merged } = survey.value.run;
  if (plan === undefined) {
    const message = `${path} does not say what was planned: an older version of the harness wrote it`;
    return failed({ code: 'earlier.no-plan', message, fix: 'run all of it again' });
  }
  if (kind === 'resume' && merged !== undefined) {
    const message = `${path} was merged from shards, and only a shard itself can be resumed`;
    return failed({ code: 'earlier.merged', message, fix: 'resume the shard that is not whole, and merge again' });
  }
  return ok({ kind, survey: survey.value, plan });
}

/** Why the run that is about to begin has nothing to do with the earlier one; undefined when it has. */
export function objectionTo(
  { kind, survey: { path, run } }: EarlierRun,
  now: { readonly suite: string; readonly library: Library; readonly target: RunEvent['target'] },
): Problem | undefined {
  if (now.suite !== run.suite) {
    const message = `${path} is a run of the suite ${run.suite}, and not of ${now.suite}`;
    return { code: 'earlier.different-suite', message, fix: `leave out --suite, or write --suite ${run.suite}` };
  }
  const differences = targetDifference(run.target, now.target);
  if (differences.length > 0) {
    const message = `${path} is a run on another target, ${run.target.name} from ${run.target.source}: it differs in ${differences.join(', ')}`;
    return { code: 'earlier.different-target', message, fix: 'name the target of that run with --target, as it was' };
  }
  if (kind === 'resume' && now.library.digest !== run.specsDigest) {
    const message = `${path} is a run of other specs: their digest is ${run.specsDigest.slice(0, 12)}, and now ${now.library.digest.slice(0, 12)}`;
    return { code: 'earlier.different-specs', message, fix: 'go back to those specs, or run all of it again' };
  }
  return undefined;
}

function wrongFlags(message: string, fix: string) {
  return failed({ code: 'earlier.flags', message, fix });
}
