import { failed, ok, type Problem, type Result } from '../problem/index.js';
import type { JournalEvent } from './events.js';
import { startJoining } from './join-events.js';
import type { Journal } from './journal.js';
import { journalProblem, type LinePlace, parseEvent } from './parse-event.js';

/** Enough to mend the file by; a wrong file would otherwise give a problem per line. */
const mostProblems = 20;

/**
 * Reads a journal, `file` being its name in problems. A last line without its line feed is what a dying process leaves:
 * it is left out, and the journal counts as cut. Every other flaw is a problem.
 */
export function parseJournal(text: string, file: string): Result<Journal> {
  const lines = text.split('\n');
  lines.pop();
  return parseJournalLines(
    lines.map((line) => ({ text: line })),
    file,
  );
}

/** A complete line of a journal. */
export interface JournalLine {
  readonly text: string;
  /** Reads it a second time, when it need not be held. */
  readonly again?: () => string;
}

/** As `parseJournal`, for complete lines. */
export function parseJournalLines(lines: Iterable<JournalLine>, file: string): Result<Journal> {
  const joining = startJoining();
  const problems: Problem[] = [];
  const order = checkOrder();
  let line = 0;
  for (const { text, again } of lines) {
    line += 1;
    const place = { file, line };
    const parsed = parseEvent(text, place);
    if (!parsed.ok) problems.push(...parsed.problems);
    else {
      // After a line that could not be read, what seems to contradict it may only miss it.
      const problem = problems.length === 0 ? order(parsed.value, place) : undefined;
      if (problem !== undefined) problems.push(problem);
      else joining.add(parsed.value, again === undefined ? undefined : () => parsedAgain(again(), place));
    }
    if (problems.length >= mostProblems) break;
  }
  if (problems.length > 0) return { ok: false, problems };
  const journal = joining.journal();
  if (journal === undefined)
    return failed(journalProblem('journal.inconsistent', 'the journal is empty', { file, line: 1 }));
  return ok(journal);
}

/** Throws when the line is no longer one of a journal: somebody has written to the file meanwhile. */
function parsedAgain(text: string, place: LinePlace): JournalEvent {
  const parsed = parseEvent(text, place);
  if (!parsed.ok) throw new Error(`${place.file} has changed since it was read`);
  return parsed.value;
}

/** Sees the events in order and tells what contradicts what came before. */
export function checkOrder(): (event: JournalEvent, place: LinePlace) => Problem | undefined {
  /** By id, whether it is finished. */
  const instances = new Map<string, boolean>();
  let events = 0;
  let ended = false;
  const contradiction = (event: JournalEvent): string | undefined => {
    events += 1;
    if (events === 1) return event.event === 'run' ? undefined : 'the first line of a journal is its `run` event';
    if (ended) return 'nothing may follow the `ended` event';
    switch (event.event) {
      case 'run':
        return 'a journal holds one run; this is a second one';
      case 'planned':
        if (instances.has(event.instance)) return `instance \`${event.instance}\` is planned twice`;
        instances.set(event.instance, false);
        return undefined;
      case 'started':
      case 'exchange':
        return instances.has(event.instance) ? undefined : `instance \`${event.instance}\` was never planned`;
      case 'finished':
        if (!instances.has(event.instance)) return `instance \`${event.instance}\` was never planned`;
        if (instances.get(event.instance) === true) return `instance \`${event.instance}\` is finished twice`;
        instances.set(event.instance, true);
        return undefined;
      case 'ended':
        ended = true;
        return undefined;
      case 'source':
      case 'problem':
        return undefined;
      default:
        return event satisfies never;
    }
  };
  return (event, place) => {
    const message = contradiction(event);
    return message === undefined ? undefined : journalProblem('journal.inconsistent', message, place);
  };
}
