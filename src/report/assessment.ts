import type { Acceptance } from '../acceptance/index.js';
import type { Journal } from '../journal/index.js';
import { decide, type Gate } from './gate/gate.js';
import { standingOfRun } from './gate/run-standing.js';
import type { Standing } from './gate/standing.js';

/** A run as every report tells it: what happened, how that stands against what was accepted, and the gate's answer. */
export interface Assessment {
  readonly journal: Journal;
  /** By the id of the instance. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly gate: Gate;
}

/** Without anything that was accepted before, every failure is one too many. */
export function assess(journal: Journal, acceptance?: Acceptance): Assessment {
  const standing = standingOfRun(journal, acceptance);
  return { journal, standings: standing.standings, gate: decide(journal, standing) };
}
