import { type JournalEvent, type KeptExchanges, keepExchanges, openJournal } from '../journal/index.js';
import { ok, type Result } from '../problem/index.js';
import { progress } from '../report/index.js';
import { type KeptResults, type RunOptions, run } from '../run/index.js';
import { openContracts } from './open-contracts.js';
import { readTool } from './package-root.js';
import { wantsColour } from './say.js';

export interface RunHow {
  readonly quiet?: boolean;
  /** Whose requests and answers the journal keeps in full. Default: of what did not go as it should. */
  readonly exchanges?: KeptExchanges;
  /** Which of several runs this is: `canary (1 of 2)`. */
  readonly label?: string;
}

/** With what `run` is told besides: which part of a whole plan this is, and what an earlier run has brought. */
type PlannedRun = Pick<
  RunOptions,
  'plan' | 'library' | 'suite' | 'target' | 'signal' | 'whole' | 'about' | 'kept' | 'startedAt'
>;

/**
 * Runs a plan and writes down what happens, with progress on the terminal. A journal at that path is replaced; one whose
 * results are kept stands there until they are written down again, so that no kill can lose them.
 */
export async function runToJournal(planned: PlannedRun, path: string, how: RunHow): Promise<Result<undefined>> {
  const opened = openJournal(planned.kept === undefined ? path : `${path}.part`);
  if (!opened.ok) return opened;
  const journal = keepExchanges(opened.value, how.exchanges ?? 'failed');
  const { isTTY } = process.stdout;
  const colour = wantsColour(process.env, isTTY);
  const label = how.label === undefined ? {} : { label: how.label };
  const show = how.quiet === true ? undefined : progress(process.stdout, { isTerminal: isTTY, colour, ...label });
  try {
    await run({
      ...planned,
      ...(planned.kept === undefined ? {} : { kept: whenTaken(planned.kept, () => journal.rename(path)) }),
      apis: openContracts(),
      tool: readTool(),
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

function whenTaken({ instances, events }: KeptResults, done: () => void): KeptResults {
  function* withEnd(): Generator<JournalEvent> {
    yield* events;
    done();
  }
  return { instances, events: withEnd() };
}
