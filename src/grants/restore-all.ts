import type { Problem } from '../problem/index.js';
import type { Target } from '../target/index.js';
import type { Ask } from './ask.js';
import type { ChangeLog } from './change-log.js';
import { notRestored } from './not-restored.js';
import { objectionTo, type Restoration, restorationsOf } from './restoration.js';
import { restore } from './restore.js';
import { isOwn, isUnderWay, underWay } from './under-way.js';

export interface RestoredAll {
  /** What stands as it did again. */
  readonly restored: readonly Restoration[];
  /** What does not, and why; its records are kept. */
  readonly problems: readonly Problem[];
  /** How many changes were made through other workspaces than the target's, and are for other targets to restore. */
  readonly elsewhere: number;
}

export interface RestoreOptions {
  readonly log: ChangeLog;
  readonly target: Target;
  readonly ask: Ask;
  /**
   * `own`: what this process has changed. `left`: what others have, none of which may still be running. `all`: whatever
   * there is.
   */
  readonly whose: 'own' | 'left' | 'all';
}

/** Restores whatever the log holds of this target; what fails does not keep the rest from being restored. */
export async function restoreAll(options: RestoreOptions): Promise<RestoredAll> {
  const { log, target, ask, whose } = options;
  const read = log.read();
  if (!read.ok) return { restored: [], problems: read.problems, elsewhere: 0 };
  const home = target.workspaces['home']?.url;
  const here = read.value.filter(({ record }) => record.workspace === home);
  const elsewhere = read.value.length - here.length;
  const busy = whose === 'left' ? here.find(({ record }) => isUnderWay(record)) : undefined;
  if (busy !== undefined) return { restored: [], problems: [underWay(busy.record)], elsewhere };
  const chosen = whose === 'own' ? here.filter(({ record }) => isOwn(record)) : here;
  const restored: Restoration[] = [];
  const problems: Problem[] = [];
  for (const restoration of restorationsOf(chosen)) {
    const objection = objectionTo(restoration, target);
    const result = objection === undefined ? await restore(restoration, ask) : undefined;
    if (result?.ok === true) {
      log.remove(restoration.records);
      restored.push(restoration);
    } else {
      const because = objection ?? (result?.ok === false ? result.because : '');
      problems.push(notRestored(restoration, because, target, log.place));
    }
  }
  return { restored, problems, elsewhere };
}
