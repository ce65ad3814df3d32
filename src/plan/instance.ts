import type { Json } from '../json/index.js';
import type { Case } from '../spec/index.js';

/** One combination of a case's matrix: the unit that is run, judged and reported. */
export interface Instance {
  /** `naming.fqn[api=chat,route=workspace-url]` */
  readonly id: string;
  readonly case: Case;
  readonly bindings: Bindings;
  /** The requirements that this instance verifies: those of its API, where the case tells them apart. */
  readonly verifies: readonly string[];
  /** Set when the target lacks something that the instance needs. */
  readonly skip?: SkipReason;
}

export type Bindings = Readonly<Record<string, { readonly label: string; readonly value: Json }>>;

export interface SkipReason {
  /** `needs.model`, `needs.workspace`, `needs.identity`, `needs.feature`, `needs.api`, `needs.unsupported-api`, `needs.account-url` … */
  readonly code: string;
  readonly message: string;
}

/** The instances to run, in order. */
export interface Plan {
  readonly instances: readonly Instance[];
  /** The ids of what there is on the target besides, and the suite or the user's filters leave out. */
  readonly unselected?: readonly string[];
}
