import type { InstanceRecord, Verdict, Waits } from '../../../../journal/index.js';

/** One instance over time, in milliseconds since its run's start. Small: it stands in the index of the report. */
export interface TimelineBar {
  readonly id: string;
  readonly verdict: Verdict;
  readonly from: number;
  readonly to: number;
  /** When requests were held back, and what for. */
  readonly waits?: readonly TimelineWait[];
}

export interface TimelineWait {
  readonly from: number;
  readonly to: number;
  readonly why: keyof Waits;
}

/** The bars of one run, or of one shard. */
export interface TimelineRun {
  readonly name: string;
  readonly bars: readonly TimelineBar[];
}

/** Those that ran. `startedAt` is that of the run (ISO 8601); waits are known where the exchanges are. */
export function barsOf(instances: readonly InstanceRecord[], startedAt: string): readonly TimelineBar[] {
  return instances.flatMap((instance) => barOf(instance, Date.parse(startedAt)) ?? []);
}

function barOf(instance: InstanceRecord, epoch: number): TimelineBar | undefined {
  const { id, verdict, startedAt, durationMs } = instance;
  if (startedAt === undefined) return undefined;
  const waits = waitSpansOf(instance, epoch);
  const ends = [startedAt + durationMs, ...waits.map(({ to }) => to)];
  return { id, verdict, from: startedAt, to: Math.max(...ends), ...(waits.length === 0 ? {} : { waits }) };
}

/**
 * When the requests of an instance were held back; `epoch` is the run's start in milliseconds. A request waits right before it is sent; what
 * it waited for first is not recorded, nor does it matter to a picture.
 */
export function waitSpansOf({ exchanges, startedAt = 0 }: InstanceRecord, epoch: number): readonly TimelineWait[] {
  const begun = (at: number) => Math.max(startedAt, Math.round(at));
  return exchanges.flatMap(({ waits = {}, exchange }) => {
    let to = exchange.times.startedAt - epoch;
    return (['quota', 'pace', 'retry'] as const).flatMap((why) => {
      const length = waits[why] ?? 0;
      if (!(length > 0)) return [];
      const wait = { from: begun(to - length), to: begun(to), why };
      to -= length;
      return wait.to > wait.from ? [wait] : [];
    });
  });
}
