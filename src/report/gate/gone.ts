import type { Verdict } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';

/** An instance that was proved when it was accepted, and that the run does not even plan. */
export interface GoneInstance {
  readonly id: string;
  readonly was: Verdict;
}

/** In the order of their ids. Every other standing is that of an instance of the run, and told with it. */
export function goneOf({ journal, standings }: Assessment): readonly GoneInstance[] {
  const planned = new Set(journal.instances.map(({ id }) => id));
  return [...standings].flatMap(([id, standing]) =>
    standing.kind === 'lost' && !planned.has(id) ? [{ id, was: standing.was }] : [],
  );
}
