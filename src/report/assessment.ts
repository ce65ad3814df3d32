import type { Journal } from '../journal/index.js';
import { decide, type Gate } from './gate.js';
import type { Standing } from './standing.js';

/** A run as every report tells it: what happened, how that stands against what was accepted, and the gate's answer. */
export interface Assessment {
  readonly journal: Journal;
  /** By the id of the instance. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly gate: Gate;
}

export function assess(journal: Journal): Assessment {
  return { journal, standings: new Map(), gate: decide(journal) };
}
