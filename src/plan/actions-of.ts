import type { Action, Step } from '../spec/index.js';
import type { Instance } from './instance.js';

/** Everything that an instance may send, its clean-up last. */
export function actionsOf({ case: item }: Instance): readonly Action[] {
  const parts = item.body.kind === 'steps' ? item.body.steps : item.body.sides;
  return [...parts, ...item.finally].map(({ action }) => action);
}

/** Every step that an instance may run; the sides of a comparison are none. */
export function stepsOf({ case: item }: Instance): readonly Step[] {
  return [...(item.body.kind === 'steps' ? item.body.steps : []), ...item.finally];
}
