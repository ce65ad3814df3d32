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

export const worseByDefault: readonly ChangeClass[] = ['new-failures', 'lost', 'new-warnings', 'drift'];

/** What of a gate's list is a difference between two targets; the rest is about one target alone. */
export function classesOfGate(failOn: readonly FailOn[]): readonly ChangeClass[] {
  return failOn.flatMap((name): readonly ChangeClass[] => {
    switch (name) {
      case 'new-failures':
      case 'drift':
      case 'fixed':
        return [name];
      // Beside a baseline a SHOULD that was met, and is not any longer, is one of those that are lost.
      case 'lost':
        return ['lost', 'new-warnings'];
      case 'warnings':
        return ['new-warnings'];
      default:
        return [];
    }
  });
}
