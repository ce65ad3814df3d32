import type { ChangeKind } from './comparison.js';

/** What a user may choose to count against the candidate. Slower is not among them: one measurement is no verdict. */
export const changeClasses = {
  'new-failures': ['new-failure'],
  lost: ['lost'],
  'new-warnings': ['new-warning'],
  silenced: ['silenced'],
  drift: ['drifted'],
  'changed-reasons': ['changed-reason'],
  gone: ['gone'],
  fixed: ['fixed'],
  any: [
    'new-failure',
    'lost',
    'new-warning',
    'silenced',
    'drifted',
    'changed-reason',
    'gone',
    'appeared',
    'fixed',
    'gained',
  ],
} as const satisfies Record<string, readonly ChangeKind[]>;

export type ChangeClass = keyof typeof changeClasses;

export const changeClassNames = Object.keys(changeClasses) as readonly ChangeClass[];

/**
 * Unless the user says otherwise: what the candidate breaks, what it no longer proves, and what nobody promised but moved.
 * A SHOULD that was met and is not any longer counts beside a baseline too, where it is one of those that are lost.
 */
export const worseByDefault: readonly ChangeClass[] = ['new-failures', 'lost', 'new-warnings', 'drift'];

export function kindsOf(classes: readonly ChangeClass[]): ReadonlySet<ChangeKind> {
  return new Set(classes.flatMap((name): readonly ChangeKind[] => changeClasses[name]));
}
