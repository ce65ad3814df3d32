import type { Journal } from '../../journal/index.js';
import { gapsIn, partOf } from './part.js';

/** It holds a part of what was planned, and says nothing of the rest. */
export function isPart(journal: Journal): boolean {
  return partOf(journal) !== undefined || gapsIn(journal) !== undefined;
}

/** Whether a run was not asked for an instance that it has not. */
export function leftOutOf(journal: Journal): (id: string) => boolean {
  // What a part does not hold is with the others, or has not been run yet.
  if (isPart(journal)) return () => true;
  const ids = new Set(journal.run.unselected);
  return (id) => ids.has(id);
}
