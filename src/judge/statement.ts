import { errorClassOf, type StatementProgress } from '../api/index.js';
import { cut } from './words.js';

/** The state in which a statement ended, with what the warehouse says of it: `FAILED (BAD_REQUEST: [CLASS] …)`. */
export function endOf({ states, error }: StatementProgress): string {
  const state = states.at(-1) ?? 'no state';
  const said = [error?.code, error?.message].filter((part) => part !== undefined && part !== '').join(': ');
  return said === '' ? state : `${state} (${cut(said, 300)})`;
}

/**
 * Why a failure says nothing about what the statement asks for: it cannot be read, it names what is not there, or the
 * service is down. Without this a misspelt statement would be as good a proof as a denial. By the error classes of
 * Databricks SQL and the error codes of the Statement Execution API; a class that nobody knows never counts.
 */
export function otherThanAsked({ error = {} }: StatementProgress): string | undefined {
  const kind = errorClassOf(error) ?? '';
  if (unreadable.some((known) => kind === known || kind.startsWith(`${known}.`)))
    return `the class ${kind} says that the statement is wrong.`;
  if (error.code !== undefined && unavailable.includes(error.code))
    return `the code ${error.code} says that the service failed, or gave up.`;
  const [, status] = /failed with code (429|5\d\d)\b/.exec(error.message ?? '') ?? [];
  return status === undefined ? undefined : `the model was answered with status ${status}.`;
}

const unreadable = [
  'PARSE_SYNTAX_ERROR',
  'PARSE_EMPTY_STATEMENT',
  'TABLE_OR_VIEW_NOT_FOUND',
  'UNRESOLVED_ROUTINE',
  'UNRESOLVED_COLUMN',
  'UNBOUND_SQL_PARAMETER',
  'WRONG_NUM_ARGS',
  'UNRECOGNIZED_PARAMETER_NAME',
  'DATATYPE_MISMATCH',
];

const unavailable = [
  'ABORTED',
  'CANCELLED',
  'DEADLINE_EXCEEDED',
  'INTERNAL_ERROR',
  'IO_ERROR',
  'RESOURCE_EXHAUSTED',
  'SERVICE_UNDER_MAINTENANCE',
  'TEMPORARILY_UNAVAILABLE',
  'UNAUTHENTICATED',
  'WORKSPACE_TEMPORARILY_UNAVAILABLE',
];
