import { type JournalEvent, journalVersion } from '../journal/index.js';
import { estimatePlan, type Plan, withoutIdentities } from '../plan/index.js';
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
}

/**
 * Runs a plan against a target. Everything that happens is emitted as journal events, `ended` being the last. Without it
 * the run broke off: this rejects when an event cannot be written, or the harness itself fails outside an instance.
 */
export async function run(options: RunOptions): Promise<void> {
  const { plan, library, suite, target, tool, signal } = options;
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
      estimate: estimatePlan(plan, target),
      ...(Object.keys(budget).length === 0 ? {} : { budget }),
    });
    const { problems, broken } = await preflight(plan, context);
    const runnable = withoutIdentities(plan, (sender) => reasonAgainst(sender, broken, target));
    for (const event of planEvents(runnable, library)) emit(event);
    for (const problem of [...problems, ...problemsIn(broken)]) emit({ event: 'problem', problem });
    if (problems.length === 0) await runPlan(runnable, context, concurrency);
    emit({ event: 'ended', at: context.elapsed(), interrupted: signal.aborted });
  } finally {
    await close();
  }
}
