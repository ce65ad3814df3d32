import { type Case, referencesIn, textsOf } from '../../spec/index.js';
import type { Target } from '../../target/index.js';
import { cellIn } from '../cell.js';
import type { Instance, Plan } from '../instance.js';

/**
 * What decides on which shard an instance runs: its own id, or one key for all that share state. Those are the cases of
 * one `serial` name, which wait for each other within one process only, and whatever is about a service whose grants may be
 * changed: nobody else may look at it while they are.
 */
export function keysOf({ instances }: Plan, target: Target): (instance: Instance) => string {
  const statesOfCase = new Map<Case, readonly string[]>();
  const statesOf = (instance: Instance): readonly string[] => {
    const ofCase = statesOfCase.get(instance.case) ?? statesIn(instance.case, target);
    statesOfCase.set(instance.case, ofCase);
    const cell = cellIn(instance.bindings);
    return cell === undefined || !isScratch(cell.model, target) ? ofCase : [...ofCase, grantsState];
  };
  const first = joined(instances.map(statesOf));
  return (instance) => {
    const [state] = statesOf(instance);
    return state === undefined ? instance.id : together(first(state));
  };
}

const grantsState = 'grants';

function statesIn(item: Case, target: Target): readonly string[] {
  const { serial, body, finally: last } = item;
  const parts = body.kind === 'steps' ? [...body.steps, ...last] : [...body.sides, ...last];
  const roles = [...textsOf([body, last, item.dimensions])]
    .flatMap(({ text }) => referencesIn(text))
    .flatMap(({ reference: [root, role = ''] }) => (root === 'models' ? [role] : []));
  const aboutGrants =
    parts.some(({ action }) => action.kind === 'grants') || roles.some((role) => isScratch(role, target));
  return [...(serial === undefined ? [] : [`serial ${serial}`]), ...(aboutGrants ? [grantsState] : [])];
}

function isScratch(role: string, { models }: Target): boolean {
  return models[role]?.scratch === true;
}

/** What an instance shares with two others makes one of the three: gives each state the first, by name, that it belongs to. */
function joined(groups: readonly (readonly string[])[]): (state: string) => string {
  const parent = new Map<string, string>();
  const root = (state: string): string => {
    const above = parent.get(state);
    return above === undefined ? state : root(above);
  };
  for (const [one, ...others] of groups) {
    if (one === undefined) continue;
    for (const other of others) {
      const [first, second] = [root(one), root(other)].sort() as [string, string];
      if (first !== second) parent.set(second, first);
    }
  }
  return root;
}

/** Whether a plan looks at services whose grants may be changed. Of the shards of a plan, one does at most. */
export function looksAtChangedGrants(plan: Plan, target: Target): boolean {
  const keyOf = keysOf(plan, target);
  return plan.instances.some((instance) => keyOf(instance) === together(grantsState));
}

function together(state: string): string {
  return `together ${state}`;
}
