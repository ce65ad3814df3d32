import type { Failure } from './failure.js';

/** What became of a statement that ran. */
export type Outcome =
  | {
      readonly kind: 'result';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly (string | null)[])[];
    }
  | { readonly kind: 'failure'; readonly failure: Failure };

export interface Column {
  readonly name: string;
  /** As Databricks writes it. */
  readonly type: string;
}
