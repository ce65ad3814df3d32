import type { InstanceRecord, Journal, Level, Verdict } from '../../journal/index.js';
import type { Json } from '../../json/index.js';
import { type Cause, causeOf } from '../cause.js';
import { gapsIn, isGap, partOf } from '../gate/part.js';
import { waitsOf } from '../waits.js';

/** What of a run can be compared: plain data, small enough to be kept or sent along. */
export interface ComparedRun {
  /** How the run is called beside the other: `before`, `prod`. */
  readonly label: string;
  readonly suite: string;
  readonly target: string;
  readonly specsDigest: string;
  readonly tool: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** `cut`: the journal breaks off before the run's end. `gaps`: shards are missing in what was merged. */
  readonly end: 'whole' | 'interrupted' | 'cut' | 'gaps';
  /** What of a plan it is on purpose: `shard 1 of 4`. */
  readonly part?: string;
  /** What kept the target from being tested. */
  readonly problems: readonly string[];
  /** In the order of the plan. */
  readonly instances: readonly ComparedInstance[];
}

export interface ComparedInstance {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly requirements: readonly string[];
  readonly verdict: Verdict;
  readonly cause?: Cause;
  readonly observed?: Readonly<Record<string, Json>>;
  /** How long it took in milliseconds, waits left out; absent when that can't be told. */
  readonly tookMs?: number;
}

export function comparedRunOf(journal: Journal, label: string): ComparedRun {
  const { run, problems, instances } = journal;
  const part = partOf(journal);
  return {
    label,
    suite: run.suite,
    target: run.target.name,
    specsDigest: run.specsDigest,
    tool: `${run.tool.name} ${run.tool.version}`,
    startedAt: run.startedAt,
    end: endOfRun(journal),
    ...(part === undefined ? {} : { part: part.name }),
    problems: problems.filter((problem) => !isGap(problem)).map(({ message }) => message),
    instances: instances.map(comparedInstanceOf),
  };
}

export function endOfRun(journal: Journal): ComparedRun['end'] {
  if (journal.cut) return 'cut';
  if (journal.ended?.interrupted === true) return 'interrupted';
  return gapsIn(journal) === undefined ? 'whole' : 'gaps';
}

function comparedInstanceOf(instance: InstanceRecord): ComparedInstance {
  const { id, title, level, requirements, verdict, observed } = instance;
  const cause = causeOf(instance);
  const tookMs = timeWithoutWaits(instance);
  return {
    id,
    title,
    level,
    requirements,
    verdict,
    ...(cause === undefined ? {} : { cause }),
    ...(observed === undefined ? {} : { observed }),
    ...(tookMs === undefined ? {} : { tookMs }),
  };
}

/** Requests of one instance that waited at the same time each count: then their waits may be more than all of its time. */
function timeWithoutWaits(instance: InstanceRecord): number | undefined {
  if (instance.startedAt === undefined || !instance.settled) return undefined;
  const waited = Object.values(waitsOf([instance])).reduce((sum, wait) => sum + (wait ?? 0), 0);
  return waited > instance.durationMs ? undefined : instance.durationMs - waited;
}
