import type { Acceptance } from '../acceptance/index.js';
import type { Journal } from '../journal/index.js';
import { compareWithAccepted } from './comparison.js';
import { decide, type Gate } from './gate.js';
import type { Standing } from './standing.js';

/** A run as every report tells it: what happened, how that stands against what was accepted, and the gate's answer. */
export interface Assessment {
  readonly journal: Journal;
  /** By the id of the instance. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly gate: Gate;
}

/** Without anything that was accepted before, every failure is one too many. */
export function assess(journal: Journal, acceptance?: Acceptance): Assessment {
  const comparison = compareWithAccepted(journal, acceptance);
  return { journal, standings: comparison.standings, gate: decide(journal, comparison) };
}
