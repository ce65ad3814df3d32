import type { Plan } from '../plan/index.js';
import type { Problem } from '../problem/index.js';
import { type ContextOptions, openContext } from './open-context.js';
import { preflight } from './preflight.js';

/** What would keep a plan from being run on a target, before anything else is spent on it or for it. */
export async function preflightAlone(
  plan: Plan,
  options: Pick<ContextOptions, 'target' | 'apis' | 'tool' | 'signal'>,
): Promise<readonly Problem[]> {
  const { context, close } = openContext({ ...options, emit: () => {} });
  try {
    return (await preflight(plan, context)).problems;
  } finally {
    await close();
  }
}
