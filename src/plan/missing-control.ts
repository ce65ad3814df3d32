import type { Action } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { cellIn } from './cell.js';
import type { Bindings, SkipReason } from './instance.js';
import { lacks } from './lacks.js';

/** Who shows that the service of a cell answers must not be one who is expected to be denied there. */
export function missingControl(action: Action, bindings: Bindings, { identities }: Target): SkipReason | undefined {
  const cell = cellIn(bindings);
  if (cell === undefined || action.kind !== 'call') return undefined;
  const { as, model } = action.call;
  if (as === undefined || model !== '${grant.model}') return undefined;
  const expected = identities[as]?.expects[cell.model];
  if (expected === undefined || expected.lacks.length === 0) return undefined;
  return lacks('control', `an identity ${as} that may call the model ${cell.model}, as the control beside a denial`);
}
