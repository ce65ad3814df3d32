import { type JournalEvent, journalVersion, planDigest, type RunEvent } from '../journal/index.js';
import { estimatePlan, type Instance, type Plan, withoutIdentities } from '../plan/index.js';
import type { Library, Suite } from '../spec/index.js';
import { problemsIn, reasonAgainst } from './broken-credential.js';
import { type ContextOptions, openContext } from './open-context.js';
import { planEvents, targetRecord } from './plan-events.js';
import { preflight } from './preflight.js';
import { redactEvent } from './redact-event.js';
import { runPlan } from './run-plan.js';

export interface RunOptions extends ContextOptions {
  readonly plan: Plan;
  readonly library: Library;
  readonly suite: Suite;
  /** All that was planned, when this run takes a part of it. */
  readonly whole?: Plan;
  /** What the journal tells of how this plan came about. */
  readonly about?: Pick<RunEvent, 'selection' | 'shard' | 'resumed' | 'rerun'>;
  /** Results that an earlier run has brought: these instances are not run again. */
  readonly kept?: KeptResults;
}

export interface KeptResults {
  /** Ids of instances. */
  readonly instances: ReadonlySet<string>;
  /** `started`, `exchange` and `finished` of each, its times counted from the same start as those of this run. */
  readonly events: Iterable<JournalEvent>;
}

/**
 * Runs a plan against a target. Everything that happens is emitted as journal events, `ended` being the last. Without it
 * the run broke off: this rejects when an event cannot be written, or the harness itself fails outside an instance.
 */
export async function run(options: RunOptions): Promise<void> {
  const { plan, library, suite, target, tool, signal, whole = plan, kept } = options;
  const isKept = ({ id }: Instance) => kept?.instances.has(id) === true;
  const rest: Plan = { instances: plan.instances.filter((instance) => !isKept(instance)) };
  const { context, concurrency, budget, close } = openContext(options);
  const emit = (event: JournalEvent) => context.emit(redactEvent(event, context.redactor));
  try {
    emit({
      event: 'run',
      journal: journalVersion,
      tool,
      startedAt: new Date(context.clock.now() - context.elapsed()).toISOString(),
      suite: suite.name,
      target: targetRecord(target),
      specsDigest: library.digest,
      requirements: [...library.catalogue.requirements.values()],
      proves: suite.proves,
      ...(whole.unselected === undefined ? {} : { unselected: whole.unselected }),
      estimate: estimatePlan(rest, target),
      ...(Object.keys(budget).length === 0 ? {} : { budget }),
      plan: { instances: whole.instances.length, digest: planDigest(whole.instances.map(({ id }) => id)) },
      ...options.about,
    });
    const { problems, broken } = await preflight(rest, context);
    const runnable = withoutIdentities(rest, (sender) => reasonAgainst(sender, broken, target));
    for (const event of planEvents(withResults(plan, runnable), library, whole)) emit(event);
    for (const problem of [...problems, ...problemsIn(broken)]) emit({ event: 'problem', problem });
    // They are without secrets already, and cost too much to be looked through again.
    for (const event of kept?.events ?? []) context.emit(event);
    if (problems.length === 0) await runPlan(runnable, context, concurrency);
    emit({ event: 'ended', at: context.elapsed(), interrupted: signal.aborted });
  } finally {
    await close();
  }
}

/** In the order of the plan: what is going to be run, and what has been, which is not skipped whatever a target lacks by now. */
function withResults(plan: Plan, { instances }: Plan): Plan {
  const toRun = new Map(instances.map((instance) => [instance.id, instance]));
  return {
    instances: plan.instances.map((instance) => {
      const { skip: _skip, ...withResult } = instance;
      return toRun.get(instance.id) ?? withResult;
    }),
  };
}
