import type { Instance, Plan } from '../plan/index.js';
import type { RunContext } from './context.js';
import { runInstance } from './run-instance.js';

/**
 * Runs what the plan can run, a bounded number at once. Cases of one `serial` name wait for each other without holding a
 * place. After an interruption nothing new is started. Rejects, when all is at rest, if the journal cannot be written.
 */
export async function runPlan({ instances }: Plan, context: RunContext, concurrency: number): Promise<void> {
  const next = takeTurns(instances);
  const failures: unknown[] = [];
  // Each place takes one instance after another: what has not begun costs nothing but its line in the plan.
  const work = async () => {
    for (let instance = next(); instance !== undefined; instance = next(instance)) {
      if (context.signal.aborted || failures.length > 0) return;
      await runInstance(instance, context).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, instances.length) }, work));
  if (failures.length > 0) throw failures[0];
}

/** Gives the next instance that may begin to whoever has ended one: the next of its serial name if some wait, else of the plan. */
function takeTurns(instances: readonly Instance[]): (ended?: Instance) => Instance | undefined {
  const plan = instances.values();
  /** By the serial names that are under way, in the order of the plan. */
  const waiting = new Map<string, Instance[]>();
  return (ended) => {
    const name = ended?.case.serial;
    if (name !== undefined) {
      const first = waiting.get(name)?.shift();
      if (first !== undefined) return first;
      waiting.delete(name);
    }
    // Goes on where it was left: an iterator of an array has no end but its last.
    for (const instance of plan) {
      if (instance.skip !== undefined) continue;
      const { serial } = instance.case;
      if (serial === undefined) return instance;
      const others = waiting.get(serial);
      if (others === undefined) {
        waiting.set(serial, []);
        return instance;
      }
      others.push(instance);
    }
    return undefined;
  };
}
