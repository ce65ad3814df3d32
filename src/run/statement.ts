import { type ParameterValue, type Statement, type StatementRequest, submitStatement } from '../api/index.js';
import type { Json } from '../json/index.js';
import { warehouseOf } from '../plan/index.js';
import type { Action } from '../spec/index.js';
import { asText, resolve, type Scope } from './scope.js';

export type SqlAction = Extract<Action, { readonly kind: 'sql' }>;

/** The submission of a statement whose references are looked up. */
export function submissionOf(action: SqlAction, scope: Scope): StatementRequest {
  const { statement, parameters = {} } = resolve(action.sql, scope);
  const role = warehouseOf(action, scope.bindings);
  const warehouse = scope.target.warehouses[role]?.id;
  if (warehouse === undefined) throw new Error(`the target has no warehouse ${role}`);
  const written: Statement = {
    text: asText(statement),
    warehouse,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, scalar(value as Json)])),
  };
  return submitStatement(written);
}

/** A capture may have put a list or a mapping in the place of a text. */
function scalar(value: Json): ParameterValue {
  return typeof value === 'object' && value !== null ? asText(value) : value;
}
