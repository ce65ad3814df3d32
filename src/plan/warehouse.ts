import type { Action } from '../spec/index.js';
import type { Bindings } from './instance.js';

/** The role of the SQL warehouse that runs a statement: what it says itself, else what the matrix binds, else `default`. */
export function warehouseOf({ sql }: Extract<Action, { readonly kind: 'sql' }>, bindings: Bindings): string {
  const bound = bindings['warehouse']?.value;
  return sql.warehouse ?? (bound === undefined ? 'default' : String(bound));
}
