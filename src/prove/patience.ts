import { setTimeout as wait } from 'node:timers/promises';
import type { TargetLimits } from '../target/index.js';
import type { RetryClock } from '../wire/index.js';

/**
 * On this machine what answers at all answers soon, also when 64 streams share it with other work: a gateway that hangs
 * need not be waited for as long as a live one.
 */
export function hastyLimits(limits: TargetLimits): TargetLimits {
  const wire = { ...limits.wire, headMs: 8_000, idleMs: 2_500, totalMs: 12_000 };
  return { ...limits, wire, concurrency: 8 };
}

const haste = 100;

/** A grant that never comes into force is asked for every few seconds, for minutes, by every case about it. */
const longestWaitMs = 10;

/**
 * A clock on which waiting takes a hundredth of its time, and no more than a moment, and has taken all of it afterwards.
 * Harness and account have to go by the same one.
 */
export function skippingClock(): RetryClock {
  let skipped = 0;
  const now = () => performance.timeOrigin + performance.now() + skipped;
  return {
    now,
    async sleep(milliseconds, signal) {
      const until = now() + milliseconds;
      await wait(Math.min(milliseconds / haste, longestWaitMs), undefined, signal === undefined ? {} : { signal });
      skipped += Math.max(0, until - now());
    },
    random: () => 0.5,
  };
}
