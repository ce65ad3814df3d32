import type { Verdict } from '../journal/index.js';
import type { StandingKind } from './gate/standing.js';
import type { RequirementStatus } from './requirement-statuses.js';

// A glyph beside the word, so that nothing is told by colour alone. All are in the fonts of the usual terminals, one column wide.

export const verdictMarks: Readonly<Record<Verdict, string>> = {
  passed: '✓',
  failed: '✗',
  warned: '!',
  observed: '·',
  skipped: '↷',
  inconclusive: '?',
  error: '⊗',
};

export const statusMarks: Readonly<Record<RequirementStatus, string>> = {
  violated: '✗',
  warned: '!',
  inconclusive: '?',
  proved: '✓',
  observed: '·',
  skipped: '↷',
  'not exercised': '○',
};

export const standingMarks: Readonly<Record<StandingKind, string>> = {
  'known-failure': '≈',
  expired: '†',
  stale: '±',
  'new-failure': '+',
  lost: '−',
  drifted: '≠',
};
