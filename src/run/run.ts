import { type JournalEvent, journalVersion } from '../journal/index.js';
import type { Plan } from '../plan/index.js';
import type { Library, Suite } from '../spec/index.js';
import { type ContextOptions, openContext } from './open-context.js';
import { planEvents, targetRecord } from './plan-events.js';
import { preflight } from './preflight.js';
import { runPlan } from './run-plan.js';

export interface RunOptions extends ContextOptions {
  readonly plan: Plan;
  readonly library: Library;
  readonly suite: Suite;
}

/** Runs a plan against a target. Everything that happens is emitted as journal events, the last one always `ended`. */
export async function run(options: RunOptions): Promise<void> {
  const { plan, library, suite, target, tool, signal } = options;
  const { context, concurrency, close } = openContext(options);
  const emit = (event: JournalEvent) => context.emit(event);
  emit({
    event: 'run',
    journal: journalVersion,
    tool,
    startedAt: new Date(context.clock.now()).toISOString(),
    suite: suite.name,
    target: targetRecord(target),
    specsDigest: library.digest,
    requirements: [...library.catalogue.requirements.values()],
    proves: suite.proves,
  });
  for (const event of planEvents(plan, library)) emit(event);
  try {
    const problems = await preflight(plan, target, context.client, signal);
    for (const problem of problems) emit({ event: 'problem', problem });
    if (problems.length === 0) await runPlan(plan, context, concurrency);
  } finally {
    await close();
    emit({ event: 'ended', at: context.elapsed(), interrupted: signal.aborted });
  }
}
