import type { Grant } from './account.js';

/**
 * The grants of an account while it is served. What the catalog holds is shown at once; the gateway follows after a
 * while: "a few minutes" on a live account (Databricks documentation, "Discover and govern access to model APIs").
 */
export interface GrantBook {
  /** What the catalog shows. */
  current(): readonly Grant[];
  /** What the gateway goes by. The same list as long as nothing changes. */
  inForce(): readonly Grant[];
  change(grants: readonly Grant[]): void;
}

export interface Propagation {
  /** How long the gateway takes to follow. */
  readonly delayMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export function openGrantBook(grants: readonly Grant[], { delayMs, now }: Propagation): GrantBook {
  let current = grants;
  let inForce = grants;
  let waiting: readonly { readonly grants: readonly Grant[]; readonly from: number }[] = [];
  return {
    current: () => current,
    inForce() {
      const due = waiting.filter(({ from }) => from <= now());
      if (due.length > 0) {
        inForce = due.at(-1)?.grants ?? inForce;
        waiting = waiting.slice(due.length);
      }
      return inForce;
    },
    change(changed) {
      current = changed;
      if (delayMs === 0) inForce = changed;
      else waiting = [...waiting, { grants: changed, from: now() + delayMs }];
    },
  };
}
