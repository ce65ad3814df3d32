import type { Verdict } from '../../journal/index.js';
import type { ChangeKind } from './comparison.js';

/** The verdict whose colour a kind of change has. */
export const verdictOf: Readonly<Record<ChangeKind, Verdict>> = {
  'new-failure': 'failed',
  lost: 'error',
  'new-warning': 'warned',
  silenced: 'inconclusive',
  drifted: 'observed',
  'changed-reason': 'warned',
  gone: 'skipped',
  appeared: 'observed',
  fixed: 'passed',
  gained: 'passed',
  'still-failing': 'failed',
};

// One column wide, and in the fonts of the usual terminals.
export const markOf: Readonly<Record<ChangeKind, string>> = {
  'new-failure': '✗',
  lost: '⊗',
  'new-warning': '!',
  silenced: '?',
  drifted: '≠',
  'changed-reason': '~',
  gone: '−',
  appeared: '+',
  fixed: '✓',
  gained: '✓',
  'still-failing': '✗',
};
