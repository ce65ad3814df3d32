import pLimit from 'p-limit';
import type { Instance, Plan } from '../plan/index.js';
import type { RunContext } from './context.js';
import { runInstance } from './run-instance.js';

/**
 * Runs what the plan can run, a bounded number at once. Cases of one `serial` name wait for each other without holding a
 * place. After an interruption nothing new is started. Rejects, when all is at rest, if the journal cannot be written.
 */
export async function runPlan(plan: Plan, context: RunContext, concurrency: number): Promise<void> {
  const limit = pLimit(concurrency);
  const lanes = new Map<string, Promise<void>>();
  const failures: unknown[] = [];

  const start = (instance: Instance): Promise<void> =>
    limit(async () => {
      if (context.signal.aborted || failures.length > 0) return;
      await runInstance(instance, context).catch((error: unknown) => failures.push(error));
    });
  const inLane = (instance: Instance, lane: string): Promise<void> => {
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(() => start(instance));
    lanes.set(lane, turn);
    return turn;
  };

  const runnable = plan.instances.filter(({ skip }) => skip === undefined);
  await Promise.all(
    runnable.map((instance) => {
      const { serial } = instance.case;
      return serial === undefined ? start(instance) : inLane(instance, serial);
    }),
  );
  if (failures.length > 0) throw failures[0];
}
