import type { FailOn } from '../../acceptance/index.js';
import type { ChangeClass } from '../../report/index.js';

// As in the report, which is loaded only when something is compared; a test holds the two together.

export const changeClassNames: readonly ChangeClass[] = [
  'new-failures',
  'lost',
  'new-warnings',
  'silenced',
  'drift',
  'changed-reasons',
  'gone',
  'fixed',
  'any',
];

export const worseByDefault: readonly ChangeClass[] = ['new-failures', 'lost', 'drift'];

/** What of a gate's list is a difference between two targets; the rest is about one target alone. */
export function classesOfGate(failOn: readonly FailOn[]): readonly ChangeClass[] {
  return failOn.flatMap((name): readonly ChangeClass[] => {
    switch (name) {
      case 'new-failures':
      case 'lost':
      case 'drift':
      case 'fixed':
        return [name];
      case 'warnings':
        return ['new-warnings'];
      default:
        return [];
    }
  });
}
