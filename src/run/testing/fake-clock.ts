import { onAbort, type RetryClock } from '../../wire/index.js';

export interface FakeClock extends RetryClock {
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: readonly number[];
  /** How many waits are going on. */
  sleeping(): number;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock on which time passes only when nothing else can happen: then it jumps to the end of the shortest wait. */
export function fakeClock(): FakeClock {
  let now = Date.UTC(2026, 10, 20, 9, 30);
  let scheduled = false;
  const waits: number[] = [];
  const sleepers = new Set<Sleeper>();

  const pass = () => {
    if (scheduled || sleepers.size === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const [first] = [...sleepers].sort((a, b) => a.until - b.until);
      if (first !== undefined) {
        now = Math.max(now, first.until);
        sleepers.delete(first);
        first.wake();
      }
      pass();
    });
  };

  return {
    waits,
    sleeping: () => sleepers.size,
    now: () => now,
    random: () => 0,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(new Error('aborted'));
        waits.push(milliseconds);
        const abort = () => {
          sleepers.delete(sleeper);
          reject(new Error('aborted'));
        };
        const forget = signal === undefined ? undefined : onAbort(signal, abort);
        const wake = () => {
          forget?.();
          resolve();
        };
        const sleeper = { until: now + milliseconds, wake };
        sleepers.add(sleeper);
        pass();
      }),
  };
}
