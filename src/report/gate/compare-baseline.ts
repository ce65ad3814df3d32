import type { AcceptedInstance, Baseline } from '../../acceptance/index.js';
import type { InstanceRecord, Journal, Verdict } from '../../journal/index.js';
import { driftsOf } from './drift.js';
import { leftOutOf } from './left-out.js';
import type { Standing } from './standing.js';

/** What a run and its baseline have in common, and what they have not. */
export interface BaselineOverlap {
  readonly baseline: Baseline;
  /** Instances of the baseline that this run was asked for. */
  readonly compared: number;
  /** Instances of the baseline that this run was not asked for: nothing is said of them. */
  readonly unselected: number;
  /** Instances of this run that the baseline has not. */
  readonly added: number;
  /** Proved then, and not even planned now. */
  readonly gone: readonly string[];
  /** Failed then, and hold now. */
  readonly fixed: readonly string[];
}

export function overlapOf(journal: Journal, baseline: Baseline): BaselineOverlap {
  const { instances } = journal;
  const planned = new Set(instances.map(({ id }) => id));
  const isLeftOut = leftOutOf(journal);
  const absent = [...baseline.instances].filter(([id]) => !planned.has(id));
  const gone = absent.filter(([id, was]) => !isLeftOut(id) && proved(was.verdict)).map(([id]) => id);
  const unselected = absent.filter(([id]) => isLeftOut(id)).length;
  const fixed = instances.filter(
    ({ id, verdict }) => baseline.instances.get(id)?.verdict === 'failed' && (proved(verdict) || verdict === 'warned'),
  );
  return {
    baseline,
    compared: baseline.instances.size - unselected,
    unselected,
    added: instances.filter(({ id }) => !baseline.instances.has(id)).length,
    gone: gone.sort(),
    fixed: fixed.map(({ id }) => id),
  };
}

/** How an instance that did not fail stands against what it was. */
export function changeSince(was: AcceptedInstance, { verdict, observed }: InstanceRecord): Standing | undefined {
  if (was.verdict === 'passed' ? verdict !== 'passed' : was.verdict === 'observed' && !proved(verdict))
    return { kind: 'lost', was: was.verdict };
  if (was.observed === undefined || observed === undefined) return undefined;
  const drifts = driftsOf(was.observed, observed);
  return drifts.length === 0 ? undefined : { kind: 'drifted', drifts };
}

/** Of what no source promises, an observation is all that can be had. */
export function proved(verdict: Verdict): boolean {
  return verdict === 'passed' || verdict === 'observed';
}
