import type { RetryClock } from '../wire/index.js';

/** How long all clean-up together may take once the run is interrupted, in milliseconds. */
export const graceMs = 30_000;

export interface Grace {
  /** Aborts when the time since the interruption is over. */
  readonly signal: AbortSignal;
  /** Nothing is left to be cleaned up: no timer may hold the process. */
  end(): void;
}

/** Clean-up is bounded only after an interruption, and then for the whole run, so that Ctrl-C ends it within a time one can wait. */
export function graceAfter(interruption: AbortSignal, clock: RetryClock): Grace {
  const over = new AbortController();
  const ended = new AbortController();
  const begin = () => {
    clock.sleep(graceMs, ended.signal).then(
      () => over.abort(),
      () => undefined,
    );
  };
  if (interruption.aborted) begin();
  else interruption.addEventListener('abort', begin, { once: true, signal: ended.signal });
  return { signal: over.signal, end: () => ended.abort() };
}
