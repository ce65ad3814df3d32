import type { JsonObject } from '../../json/index.js';
import { present } from '../fields.js';

/** A statement in the harness's own terms. */
export interface Statement {
  readonly text: string;
  readonly warehouse: string;
  /** By name: what stands for `:name` in the text. Never spliced into it. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export type ParameterValue = string | number | boolean | null;

/** One request of the Statement Execution API. Who asks, and where, is not its business. */
export interface StatementRequest {
  readonly method: 'GET' | 'POST';
  /** From the origin on. */
  readonly path: string;
  readonly body?: JsonObject;
}

const statements = '/api/2.0/sql/statements';

/**
 * The shortest wait that the API has beside none ("Statement Execution API", `wait_timeout`): most statements are answered
 * by the one request, and an interruption soon learns the id of what it has to cancel.
 */
const waitTimeout = '5s';

export function submitStatement({ text, warehouse, parameters }: Statement): StatementRequest {
  const named = Object.entries(parameters).map(([name, value]) => namedParameter(name, value));
  return {
    method: 'POST',
    path: statements,
    body: {
      statement: text,
      warehouse_id: warehouse,
      wait_timeout: waitTimeout,
      on_wait_timeout: 'CONTINUE',
      disposition: 'INLINE',
      format: 'JSON_ARRAY',
      ...(named.length === 0 ? {} : { parameters: named }),
    },
  };
}

export function askForStatement(id: string): StatementRequest {
  return { method: 'GET', path: `${statements}/${encodeURIComponent(id)}` };
}

export function askForChunk(id: string, index: number): StatementRequest {
  return { method: 'GET', path: `${statements}/${encodeURIComponent(id)}/result/chunks/${index}` };
}

export function cancelStatement(id: string): StatementRequest {
  return { method: 'POST', path: `${statements}/${encodeURIComponent(id)}/cancel` };
}

/** Values travel as text, with the SQL type that they are read as; NULL is a parameter without a value. */
function namedParameter(name: string, value: ParameterValue): JsonObject {
  return present({ name, value: value === null ? undefined : String(value), type: typeOf(value) });
}

function typeOf(value: ParameterValue): string {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) ? 'BIGINT' : 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    default:
      return 'STRING';
  }
}
