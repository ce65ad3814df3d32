import type { Step } from '../spec/index.js';
import { changeGrants } from './change-grants.js';
import type { RunContext } from './context.js';
import { perform } from './perform.js';
import type { Performed } from './performed.js';
import type { Scope } from './scope.js';
import type { SendHow } from './send-action.js';

/** Does what a step says. */
export function act(
  { action, expectations, observe }: Step,
  scope: Scope,
  how: SendHow,
  context: RunContext,
): Promise<Performed> {
  if (action.kind !== 'grants') return perform(action, scope, how, context);
  const judged = expectations.length + observe.length > 0;
  return changeGrants(action.change, { ...how, judged }, context);
}
