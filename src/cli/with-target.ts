import type { ExitCode } from '../problem/index.js';
import type { Roles } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { openTarget } from './open-target.js';
import { sayProblems } from './say.js';
import { watchInterrupts } from './watch-interrupts.js';

/**
 * Does something with the target that the user names, and closes it whatever comes of that. The signal aborts when the
 * user interrupts. What is wrong with the target is said.
 */
export async function withTarget(
  named: string,
  roles: Roles,
  use: (target: Target, signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openTarget(named, roles, process.env);
  if (!opened.ok) return sayProblems(opened.problems);
  const { target, close } = opened.value;
  const interrupts = watchInterrupts();
  try {
    return await use(target, interrupts.signal);
  } finally {
    interrupts.stop();
    await close();
  }
}
