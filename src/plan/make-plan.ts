import type { Spec, Suite } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { expandOn } from './expand-on.js';
import type { Plan } from './instance.js';
import { missingNeed } from './missing-needs.js';
import { type Filters, selector } from './select.js';

/** The instances of a suite on a target, in the order of files and cases, each runnable or skipped for a reason. */
export function makePlan(specs: readonly Spec[], suite: Suite, target: Target, filters?: Filters): Plan {
  const selected = selector(suite, filters);
  const instances = specs
    .flatMap((spec) => spec.cases)
    .flatMap((item) => expandOn(item, target))
    .filter(selected)
    .map((instance) => {
      const skip = instance.skip ?? missingNeed(instance, target);
      return skip === undefined ? instance : { ...instance, skip };
    });
  return { instances };
}
