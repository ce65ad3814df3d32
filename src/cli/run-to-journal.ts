import { type KeptExchanges, keepExchanges, openJournal } from '../journal/index.js';
import type { Plan } from '../plan/index.js';
import { ok, type Result } from '../problem/index.js';
import { progress } from '../report/index.js';
import { run } from '../run/index.js';
import type { Library, Suite } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { openContracts } from './open-contracts.js';
import { readTool } from './package-root.js';
import { wantsColour } from './say.js';

export interface RunHow {
  readonly jobs?: number;
  /** Of the whole run; the target's own limits otherwise. */
  readonly maxRequests?: number;
  readonly maxTokens?: number;
  readonly quiet?: boolean;
  /** Whose requests and answers the journal keeps in full. Default: of what did not go as it should. */
  readonly exchanges?: KeptExchanges;
  /** Which of several runs this is: `canary (1 of 2)`. */
  readonly label?: string;
}

interface PlannedRun {
  readonly plan: Plan;
  readonly library: Library;
  readonly suite: Suite;
  readonly target: Target;
  readonly signal: AbortSignal;
}

/** Runs a plan and writes down what happens, with progress on the terminal. */
export async function runToJournal(planned: PlannedRun, path: string, how: RunHow): Promise<Result<undefined>> {
  const opened = openJournal(path);
  if (!opened.ok) return opened;
  const journal = keepExchanges(opened.value, how.exchanges ?? 'failed');
  const { isTTY } = process.stdout;
  const colour = wantsColour(process.env, isTTY);
  const label = how.label === undefined ? {} : { label: how.label };
  const show = how.quiet === true ? undefined : progress(process.stdout, { isTerminal: isTTY, colour, ...label });
  try {
    await run({
      ...planned,
      apis: openContracts(),
      tool: readTool(),
      ...(how.jobs === undefined ? {} : { concurrency: how.jobs }),
      budget: {
        ...(how.maxRequests === undefined ? {} : { requests: how.maxRequests }),
        ...(how.maxTokens === undefined ? {} : { tokens: how.maxTokens }),
      },
      emit(event) {
        journal.write(event);
        show?.(event);
      },
    });
  } finally {
    journal.close();
  }
  return ok(undefined);
}
