import pLimit from 'p-limit';
import type { Instance, Plan } from '../plan/index.js';
import type { RunContext } from './context.js';
import { runInstance } from './run-instance.js';

/**
 * Runs what the plan can run, a bounded number at once. Cases of one `serial` name wait for each other
 * without holding a place. After an interruption nothing new is started.
 */
export async function runPlan(plan: Plan, context: RunContext, concurrency: number): Promise<void> {
  const limit = pLimit(concurrency);
  const lanes = new Map<string, Promise<unknown>>();
  const start = (instance: Instance): Promise<unknown> => limit(() => (context.signal.aborted ? undefined : runInstance(instance, context)));
  const runnable = plan.instances.filter(({ skip }) => skip === undefined);
  await Promise.all(
    runnable.map((instance) => {
      const lane = instance.case.serial;
      if (lane === undefined) return start(instance);
      const turn = (lanes.get(lane) ?? Promise.resolve()).then(() => start(instance));
      lanes.set(lane, turn);
      return turn;
    }),
  );
}
