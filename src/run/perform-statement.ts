import {
  askForChunk,
  askForStatement,
  cancelStatement,
  follow,
  isUnfinished,
  notSubmitted,
  type StatementProgress,
  type StatementRequest,
} from '../api/index.js';
import { answered } from '../judge/index.js';
import type { Exchange } from '../wire/index.js';
import type { RunContext } from './context.js';
import { type Performed, type PerformedAttempt, senderName } from './performed.js';
import type { Scope } from './scope.js';
import { type SendHow, type Sent, sendAction } from './send-action.js';
import type { SqlAction } from './statement.js';
import { interrupted, type Stop } from './stop.js';

/** Waits between two questions for the state; the last one stays. A warehouse that has to start takes minutes. */
const waits = [250, 500, 1_000, 2_000, 5_000] as const;

/** No result that a case looks at has as many; a gateway could go on for ever. */
const mostChunks = 1_000;

/**
 * Submits a statement, asks for its state until it ended, and gets the chunks of its result. One that does not end in time,
 * or that an interruption leaves behind, is cancelled: it would go on at the owner's cost.
 */
export async function performStatement(
  action: SqlAction,
  scope: Scope,
  how: SendHow,
  context: RunContext,
): Promise<Performed> {
  const { clock, target } = context;
  const deadline = clock.now() + target.limits.statementMs;
  const attempts: PerformedAttempt[] = [];
  let progress = notSubmitted;
  let last: Exchange | undefined;
  let held: Stop | undefined;

  const send = async (
    part: string | undefined,
    next: StatementRequest | undefined,
    signal: AbortSignal,
    mustSend = how.mustSend === true,
  ): Promise<Sent> => {
    const sent = await sendAction(action, scope, { ...how, signal, mustSend }, context, next);
    attempts.push(...sent.attempts.map((attempt) => (part === undefined ? attempt : { ...attempt, part })));
    return sent;
  };
  const ask = async (
    part: string | undefined,
    next: StatementRequest | undefined,
    signal = how.signal,
  ): Promise<Sent> => {
    const sent = await send(part, next, signal);
    last = sent.last;
    held ??= sent.held;
    progress = after(progress, last);
    return sent;
  };
  const isOver = () => how.signal.aborted || clock.now() >= deadline;

  // Whoever is interrupted before the answer would not know what to cancel: it is waited for, as long as clean-up may take.
  const { sender } = await ask(undefined, undefined, how.signal.aborted ? how.signal : context.cleanUpSignal);
  const id = progress.id ?? '';
  const goesOn = (kind: 'state' | 'chunk') => progress.next.kind === kind && last?.fault === undefined && !isOver();
  for (let polls = 0; isUnfinished(progress) && goesOn('state'); polls += 1) {
    await clock.sleep(waits[Math.min(polls, waits.length - 1)] ?? 0, how.signal).catch(() => undefined);
    if (!how.signal.aborted) await ask(`poll ${polls + 1}`, askForStatement(id));
  }
  for (let chunks = 0; progress.next.kind === 'chunk' && goesOn('chunk') && chunks < mostChunks; chunks += 1) {
    await ask(`chunk ${progress.next.index}`, askForChunk(id, progress.next.index));
  }
  if (isUnfinished(progress)) await send('cancel', cancelStatement(id), context.cleanUpSignal, true);

  const stopped = held ?? stopOf(progress, last, how.signal, target.limits.statementMs);
  return {
    answered: answered(last as Exchange, undefined, progress),
    attempts,
    identity: senderName(sender),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** What is known after one more exchange. A fault told nothing. */
function after(progress: StatementProgress, exchange: Exchange | undefined): StatementProgress {
  const response = exchange === undefined ? undefined : answered(exchange).response;
  if (response === undefined) return progress;
  const { status, body } = response;
  const of = progress.next.kind === 'chunk' ? 'chunk' : 'state';
  return follow(progress, { of, status, body: body.kind === 'json' ? body.value : undefined });
}

function stopOf(
  progress: StatementProgress,
  last: Exchange | undefined,
  signal: AbortSignal,
  limitMs: number,
): Stop | undefined {
  // A fault of the exchange is told by the exchange.
  if (progress.next.kind === 'nothing' || last?.fault !== undefined) return undefined;
  if (signal.aborted) return interrupted;
  const message =
    progress.next.kind === 'chunk'
      ? `the result of the statement had not come whole after ${limitMs} ms or ${mostChunks} chunks`
      : `the statement had not ended after ${limitMs} ms: its state was ${progress.states.at(-1)}, and it was cancelled`;
  return { verdict: 'inconclusive', reason: { code: 'statement.unfinished', message } };
}
