import type { RunEvent } from '../journal/index.js';

/** The journal holds a part of what was planned, and says nothing of the rest. */
export function isPart({ shard, rerun }: RunEvent): boolean {
  return shard !== undefined || rerun !== undefined;
}

/** Whether a run was not asked for an instance that it has not. */
export function leftOutOf(run: RunEvent): (id: string) => boolean {
  if (isPart(run)) return () => true;
  const ids = new Set(run.unselected);
  return (id) => ids.has(id);
}
