import { createLogUpdate } from 'log-update';
import { type FinishedEvent, type JournalEvent, type Verdict, verdicts } from '../../journal/index.js';
import { estimateInWords } from '../estimate.js';
import { verdictMarks } from '../marks.js';
import { shortened, visibleLine } from '../visible.js';
import { inert } from './inert.js';
import { type Palette, paletteOf } from './palette.js';

export interface ProgressOptions {
  /** A person is watching: one line is kept up to date. Otherwise, as in CI, lines are only ever added. */
  readonly isTerminal: boolean;
  readonly colour: boolean;
  /** Which of several runs this is: `canary (1 of 2)`. */
  readonly label?: string;
}

/** Between two paintings of the live line, in milliseconds of the run's own clock. */
const pace = 80;
const longestMessage = 160;

/**
 * Shows a run while it goes on: whatever is not as it should be at once, and how far it is. Give it every event;
 * with `ended` the live line goes away, so that the closing words stand alone.
 */
export function progress(
  stream: NodeJS.WriteStream,
  { isTerminal, colour, label }: ProgressOptions,
): (event: JournalEvent) => void {
  const palette = paletteOf(colour);
  const counts = new Map<Verdict, number>();
  let planned = 0;
  let finished = 0;
  let painted = Number.NEGATIVE_INFINITY;
  const live = isTerminal ? createLogUpdate(stream) : undefined;
  const say = (line: string) => (live === undefined ? stream.write(`${inert(line)}\n`) : live.persist(inert(line)));
  const which = label === undefined ? '' : `${visibleLine(label)}: `;
  const state = () => `${which}${finished} of ${planned} finished  ${countsLine(counts, palette)}`.trimEnd();

  const paint = (at: number, now: boolean) => {
    if (live === undefined || (!now && at - painted < pace)) return;
    painted = at;
    live(state());
  };

  return (event) => {
    switch (event.event) {
      case 'planned':
        if (event.skip === undefined) planned += 1;
        else count(counts, 'skipped');
        return;
      case 'problem':
        say(
          `${palette.verdict.error(`${verdictMarks.error} ${event.problem.code}`)} ${visibleLine(event.problem.message)}`,
        );
        return;
      case 'finished': {
        finished += 1;
        count(counts, event.verdict);
        const line = outcomeLine(event, palette);
        if (line !== undefined) say(line);
        if (live === undefined && finished % heartbeat(planned) === 0) say(palette.faint(state()));
        paint(event.at, line !== undefined);
        return;
      }
      case 'started':
      case 'exchange':
        paint(event.at, false);
        return;
      case 'run':
        say(palette.faint(`${which}suite ${visibleLine(event.suite)} on ${visibleLine(event.target.name)}`));
        if (event.estimate !== undefined)
          say(palette.faint(`estimate: ${estimateInWords(event.estimate, event.budget)}`));
        return;
      case 'ended':
        live?.clear();
        live?.done();
        return;
      case 'source':
        return;
      default:
        event satisfies never;
    }
  };
}

/** Ten in a run, and no more often than each 25th instance: enough to see that a job is alive. */
function heartbeat(planned: number): number {
  return Math.max(25, Math.ceil(planned / 10));
}

function count(counts: Map<Verdict, number>, verdict: Verdict): void {
  counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
}

function countsLine(counts: ReadonlyMap<Verdict, number>, palette: Palette): string {
  return verdicts
    .filter((verdict) => counts.has(verdict))
    .map((verdict) => palette.verdict[verdict](`${verdictMarks[verdict]} ${counts.get(verdict)}`))
    .join('  ');
}

/** Undefined for what is as it should be. */
function outcomeLine({ instance, verdict, reason, findings }: FinishedEvent, palette: Palette): string | undefined {
  // What a budget left out is told once, at the end.
  if (verdict === 'passed' || verdict === 'observed' || verdict === 'skipped') return undefined;
  const message = findings.find(({ holds }) => !holds)?.message ?? reason?.message ?? '';
  const mark = palette.verdict[verdict](`${verdictMarks[verdict]} ${verdict}`);
  return `${mark} ${visibleLine(instance)}  ${shortened(visibleLine(message), longestMessage)}`.trimEnd();
}
