import { type RestoredAll, restoreAll } from '../grants/index.js';
import type { Finding } from '../judge/index.js';
import { type Instance, stepsOf } from '../plan/index.js';
import { askingWith } from './ask.js';
import type { CleanedUp } from './clean-up.js';
import type { RunContext } from './context.js';
import { recordAttempts } from './perform.js';

/** Lets the grants stand again that an instance has changed, whatever became of it. Cases that change any run one at a time. */
export async function restoreChanges(instance: Instance, context: RunContext): Promise<CleanedUp> {
  if (!stepsOf(instance).some(({ action }) => action.kind === 'grants')) return { findings: [], requests: 0 };
  const asking = askingWith(context, { signal: context.cleanUpSignal, mustSend: true });
  const findings = await restoreAll({
    log: context.grants,
    target: context.target,
    ask: asking.ask,
    whose: 'own',
  }).then(findingsOf, (error: unknown) => [failed(error instanceof Error ? error.message : String(error))]);
  // Restoring comes before writing about it: a full disk must not keep an account changed.
  const last = asking.last();
  const recordedAs = { instance: instance.id, step: 'restore', before: 0, again: false };
  if (last !== undefined) recordAttempts({ ...last, attempts: asking.attempts }, recordedAs, context);
  return { findings, requests: asking.attempts.length };
}

function findingsOf({ problems }: RestoredAll): readonly Finding[] {
  return problems.map(({ message }) => failed(message));
}

function failed(message: string): Finding {
  return { check: 'restore', holds: false, message, step: 'restore' };
}
