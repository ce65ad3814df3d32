import { randomUUID } from 'node:crypto';
import type { Pace } from '../event-stream.js';
import { failureOf } from './failure.js';
import type { Outcome } from './outcome.js';

/** How far a statement has come ("Statement Execution API", StatementState). */
export type Progress =
  | { readonly state: 'PENDING' | 'RUNNING' | 'CANCELED' }
  | { readonly state: 'ENDED'; readonly outcome: Outcome };

export interface SubmittedStatement {
  readonly id: string;
  /** Who submitted it; nobody else may see it. */
  readonly owner: string;
  readonly progress: () => Progress;
  /** Resolves when it is over, however it ends. */
  readonly over: Promise<void>;
  cancel(): void;
}

/** The statements of one simulated account. It forgets the oldest first. */
export interface Statements {
  submit(owner: string, run: (signal: AbortSignal) => Promise<Outcome>): SubmittedStatement;
  find(id: string): SubmittedStatement | undefined;
  /** Cancels what is under way. */
  close(): Promise<void>;
}

const mostKept = 1_000;

/** `start` is waited for before each statement runs: a warehouse that is stopped starts first. */
export function createStatements(start: Pace): Statements {
  // A Map keeps the order of insertion, and so knows its oldest entry.
  const statements = new Map<string, SubmittedStatement>();
  return {
    submit(owner, run) {
      const submitted = begin(owner, start, run);
      statements.set(submitted.id, submitted);
      const [oldest] = statements.keys();
      if (statements.size > mostKept && oldest !== undefined) {
        statements.get(oldest)?.cancel();
        statements.delete(oldest);
      }
      return submitted;
    },
    find: (id) => statements.get(id),
    async close() {
      for (const statement of statements.values()) statement.cancel();
      await Promise.all([...statements.values()].map(({ over }) => over));
    },
  };
}

/** A fault of the engine itself must not take the other requests down with it. */
function broken(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failure', failure: failureOf('INTERNAL_ERROR', 'XX000', message, 'INTERNAL_ERROR') };
}

function begin(owner: string, start: Pace, run: (signal: AbortSignal) => Promise<Outcome>): SubmittedStatement {
  const cancellation = new AbortController();
  let progress: Progress = { state: 'PENDING' };
  const toEnd = async () => {
    await start(cancellation.signal);
    if (cancellation.signal.aborted) return;
    progress = { state: 'RUNNING' };
    const outcome = await run(cancellation.signal).catch(broken);
    if (!cancellation.signal.aborted) progress = { state: 'ENDED', outcome };
  };
  return {
    id: randomUUID(),
    owner,
    progress: () => progress,
    over: toEnd(),
    cancel() {
      // What has ended has ended.
      if (progress.state === 'ENDED') return;
      progress = { state: 'CANCELED' };
      cancellation.abort();
    },
  };
}
