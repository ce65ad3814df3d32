import type { Comparison } from '../../compare/comparison.js';
import type { Place } from './place.js';
import type { Report, Run } from './report.js';

/** Two runs of a report that are compared, and in which words. */
export interface RunPair {
  readonly reference: Run;
  readonly candidate: Run;
  readonly of: Comparison['of'];
}

/**
 * The two that a place names; undefined of a report that holds one. Unless it says otherwise, each is compared with the one
 * that they were made to be held against, or with the first, as `report compare` has it.
 */
export function pairOf(report: Report, { run, against }: Pick<Place, 'run' | 'against'>): RunPair | undefined {
  const { runs, heldAgainst } = report;
  const named = against === undefined || against === run ? undefined : runs[against];
  const reference = named ?? runs[heldAgainst ?? 0];
  const others = runs.filter((one) => one !== reference);
  const candidate = others.find(({ number }) => number === run) ?? others[0];
  if (reference === undefined || candidate === undefined) return undefined;
  const sameTarget = heldAgainst === undefined && reference.data.target.name === candidate.data.target.name;
  return { reference, candidate, of: sameTarget ? 'runs' : 'targets' };
}

/** Where these two are compared. */
export function placeOfPair({ reference, candidate }: RunPair): Pick<Place, 'page' | 'run' | 'against'> {
  return { page: 'compare', run: candidate.number, against: reference.number };
}
