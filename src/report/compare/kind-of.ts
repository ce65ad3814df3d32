import type { Verdict } from '../../journal/index.js';
import { driftsOf } from '../gate/drift.js';
import type { Drift } from '../gate/standing.js';
import type { ComparedInstance } from './compared-run.js';
import type { ChangeKind } from './comparison.js';

type State = 'good' | 'warned' | 'failed' | 'open';

const states: Readonly<Record<Verdict, State>> = {
  passed: 'good',
  observed: 'good',
  warned: 'warned',
  failed: 'failed',
  skipped: 'open',
  inconclusive: 'open',
  error: 'open',
};

/** What an instance of the candidate is beside that of the reference; `alike` and `open` are no change. */
export function kindOf(
  was: ComparedInstance | undefined,
  is: ComparedInstance | undefined,
): ChangeKind | 'alike' | 'open' {
  if (is === undefined) return 'gone';
  const after = states[is.verdict];
  if (after === 'failed' && (was === undefined || states[was.verdict] !== 'failed')) return 'new-failure';
  if (was === undefined) return after === 'warned' ? 'new-warning' : 'appeared';
  const before = states[was.verdict];
  switch (after) {
    case 'failed':
      return sameCause(was, is) ? 'still-failing' : 'changed-reason';
    case 'warned':
      if (before === 'failed') return 'fixed';
      if (before !== 'warned') return 'new-warning';
      return sameCause(was, is) ? 'still-failing' : 'changed-reason';
    case 'open':
      if (before === 'good') return 'lost';
      if (before !== 'open') return 'silenced';
      return was.verdict === is.verdict && sameCause(was, is) ? 'open' : 'changed-reason';
    case 'good':
      if (before === 'open') return 'gained';
      if (before !== 'good') return 'fixed';
      return driftsBetween(was, is).length > 0 ? 'drifted' : 'alike';
    default:
      return after satisfies never;
  }
}

export function driftsBetween(was: ComparedInstance, is: ComparedInstance): readonly Drift[] {
  return was.observed === undefined || is.observed === undefined ? [] : driftsOf(was.observed, is.observed);
}

export function isAnswered({ verdict }: ComparedInstance): boolean {
  return states[verdict] !== 'open';
}

function sameCause({ cause: one }: ComparedInstance, { cause: other }: ComparedInstance): boolean {
  return one?.code === other?.code && one?.message === other?.message;
}
