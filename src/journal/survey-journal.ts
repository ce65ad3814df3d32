import { failed, ok, type Problem, type Result } from '../problem/index.js';
import type { EndedEvent, FinishedEvent, JournalEvent, PlannedEvent, RunEvent } from './events.js';
import { linesOfFile } from './lines-of-file.js';
import { journalProblem, parseEvent } from './parse-event.js';
import { checkOrder } from './parse-journal.js';
import { unreadable } from './read-journal.js';

/** What a journal tells without its exchanges and findings: enough to see what is there of a run, however long it was. */
export interface Survey {
  readonly path: string;
  readonly run: RunEvent;
  readonly sources: ReadonlyMap<string, string>;
  readonly planned: readonly PlannedEvent[];
  readonly problems: readonly Problem[];
  readonly results: ReadonlyMap<string, Pick<FinishedEvent, 'verdict' | 'reason'>>;
  /** Milliseconds since the run's start. */
  readonly lastAt: number;
  readonly ended?: EndedEvent;
}

/** Reads a journal line by line and checks it, as `readJournal` does; the first flaw ends it. */
export function surveyJournal(path: string): Result<Survey> {
  const sources = new Map<string, string>();
  const planned: PlannedEvent[] = [];
  const problems: Problem[] = [];
  const results = new Map<string, Pick<FinishedEvent, 'verdict' | 'reason'>>();
  let run: RunEvent | undefined;
  let ended: EndedEvent | undefined;
  let lastAt = 0;
  const take = (event: JournalEvent): void => {
    if ('at' in event) lastAt = Math.max(lastAt, event.at);
    if (event.event === 'run') run = event;
    if (event.event === 'source') sources.set(event.file, event.text);
    if (event.event === 'planned') planned.push(event);
    if (event.event === 'problem') problems.push(event.problem);
    if (event.event === 'ended') ended = event;
    if (event.event !== 'finished') return;
    const { verdict, reason } = event;
    results.set(event.instance, { verdict, ...(reason === undefined ? {} : { reason }) });
  };
  const flaw = eachEvent(path, take);
  if (flaw !== undefined) return failed(flaw);
  if (run === undefined)
    return failed(journalProblem('journal.inconsistent', 'the journal is empty', { file: path, line: 1 }));
  return ok({ path, run, sources, planned, problems, results, lastAt, ...(ended === undefined ? {} : { ended }) });
}

function eachEvent(path: string, take: (event: JournalEvent) => void): Problem | undefined {
  const order = checkOrder();
  let line = 0;
  try {
    for (const { text } of linesOfFile(path)) {
      line += 1;
      const place = { file: path, line };
      const parsed = parseEvent(text, place);
      if (!parsed.ok) return parsed.problems[0];
      const problem = order(parsed.value, place);
      if (problem !== undefined) return problem;
      take(parsed.value);
    }
  } catch (error) {
    return unreadable(error);
  }
  return undefined;
}

/** The lines of a journal that has been surveyed, once more, one at a time. */
export function* eventsOf({ path }: Survey): Generator<JournalEvent> {
  for (const { text } of linesOfFile(path)) yield JSON.parse(text) as JournalEvent;
}
