import type { Case, Spec, Suite } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { expandOn } from './expand-on.js';
import type { Instance, Plan } from './instance.js';
import { missingNeed, referencesOfCase } from './missing-needs.js';
import { type Filters, selector } from './select.js';

/** The instances of a suite on a target, in the order of files and cases, each runnable or skipped for a reason. */
export function makePlan(specs: readonly Spec[], suite: Suite, target: Target, filters?: Filters): Plan {
  const selected = selector(suite, filters);
  const unselected: string[] = [];
  const instances = specs
    .flatMap((spec) => spec.cases)
    .flatMap((item) => {
      const [chosen, others] = parted(expandOn(item, target), selected);
      for (const { id } of others) unselected.push(id);
      return withSkips(item, chosen, target);
    });
  return unselected.length === 0 ? { instances } : { instances, unselected };
}

function withSkips(item: Case, instances: readonly Instance[], target: Target): readonly Instance[] {
  if (instances.length === 0) return [];
  const written = referencesOfCase(item);
  return instances.map((instance) => {
    const skip = instance.skip ?? missingNeed(instance, target, written);
    return skip === undefined ? instance : { ...instance, skip };
  });
}

function parted<Item>(items: readonly Item[], wanted: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(wanted), items.filter((item) => !wanted(item))];
}
