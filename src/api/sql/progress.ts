import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { isCount, isList, listAt, objectAt, present, textAt } from '../fields.js';

/** The states of a statement, as far as they are documented ("Statement Execution API", StatementState). */
export const statementStates = ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED', 'CLOSED'] as const;

export interface StatementColumn {
  readonly name: string;
  /** As the manifest writes it, such as `STRING` or `STRUCT<result: STRING, errorMessage: STRING>`. */
  readonly type?: string;
}

export interface StatementError {
  /** One word for the class of the failure, such as `BAD_REQUEST`. */
  readonly code?: string;
  readonly message?: string;
}

/** What is known of a statement after so many answers. */
export interface StatementProgress {
  readonly id?: string;
  /** The state of each answer that had one, as it was written. */
  readonly states: readonly string[];
  readonly columns: readonly StatementColumn[];
  /** Of all chunks so far, in order; each as it came. */
  readonly rows: readonly Json[];
  readonly error?: StatementError;
  readonly sqlState?: string;
  readonly next: Next;
  /** How an answer departs from the protocol; what follows it is not asked for. */
  readonly broken?: string;
}

/** What there is left to ask for. */
export type Next =
  | { readonly kind: 'state' }
  | { readonly kind: 'chunk'; readonly index: number }
  | { readonly kind: 'nothing' };

/** One answer: to the submission or to a question for the state, or a chunk of the result. */
export interface StatementAnswer {
  readonly of: 'state' | 'chunk';
  readonly status: number;
  /** Undefined when it is not JSON. */
  readonly body: Json | undefined;
}

export const notSubmitted: StatementProgress = { states: [], columns: [], rows: [], next: { kind: 'state' } };

/** Whether the statement was still at work when it was last heard of. */
export function isUnfinished({ states }: StatementProgress): boolean {
  const state = states.at(-1);
  return state === 'PENDING' || state === 'RUNNING';
}

/** What is known after one more answer. Nothing of it is trusted: what is not of the protocol ends the following. */
export function follow(before: StatementProgress, { of, status, body }: StatementAnswer): StatementProgress {
  // An error of the request itself, in the envelope of the platform: it says nothing of the statement.
  if (status !== 200) return { ...before, next: nothing };
  if (!isJsonObject(body)) return broken(before, 'the answer is not a JSON object');
  return of === 'state' ? followState(before, body) : followChunk(before, body);
}

const nothing: Next = { kind: 'nothing' };

function followState(before: StatementProgress, body: JsonObject): StatementProgress {
  const id = textAt(body, 'statement_id');
  const status = objectAt(body, 'status') ?? {};
  const state = textAt(status, 'state');
  if (id === undefined || id === '') return broken(before, 'the answer has no statement_id');
  if (before.id !== undefined && before.id !== id) return broken(before, 'the answer is that of another statement');
  if (state === undefined) return broken({ ...before, id }, 'the answer has no status.state');
  const known = { ...before, id, states: [...before.states, state] };
  switch (state) {
    case 'PENDING':
    case 'RUNNING':
      return { ...known, next: { kind: 'state' } };
    case 'SUCCEEDED':
      return followResult({ ...known, columns: columnsIn(body) }, objectAt(body, 'result') ?? {});
    default:
      return { ...known, ...failureIn(status), next: nothing };
  }
}

function followChunk(before: StatementProgress, body: JsonObject): StatementProgress {
  const { next } = before;
  const index = body['chunk_index'];
  if (next.kind === 'chunk' && index !== undefined && index !== next.index)
    return broken(before, `the chunk ${next.index} was asked for, and another one came`);
  return followResult(before, body);
}

/** A statement without a result, such as one that creates something, has no rows. */
function followResult(before: StatementProgress, result: JsonObject): StatementProgress {
  const { data_array: rows, next_chunk_index: index, external_links: links } = result;
  if (links !== undefined) return broken(before, 'the result comes as links, and it was asked for inline');
  if (rows !== undefined && !isList(rows)) return broken(before, 'result.data_array is not a list');
  const known = { ...before, rows: [...before.rows, ...(rows ?? [])] };
  if (index === undefined || index === null) return { ...known, next: nothing };
  const last = before.next.kind === 'chunk' ? before.next.index : 0;
  // Backwards or in a circle, the chunks would never end.
  if (!isCount(index) || index <= last) return broken(known, 'next_chunk_index does not lead on');
  return { ...known, next: { kind: 'chunk', index } };
}

function columnsIn(body: JsonObject): readonly StatementColumn[] {
  const schema = objectAt(objectAt(body, 'manifest') ?? {}, 'schema') ?? {};
  return (listAt(schema, 'columns') ?? []).flatMap((column) => {
    if (!isJsonObject(column)) return [];
    return [present({ name: textAt(column, 'name') ?? '', type: textAt(column, 'type_text') })];
  });
}

function failureIn(status: JsonObject): Pick<StatementProgress, 'error' | 'sqlState'> {
  const error = objectAt(status, 'error');
  return present({
    error: error && present({ code: textAt(error, 'error_code'), message: textAt(error, 'message') }),
    sqlState: textAt(status, 'sql_state') ?? sqlStateIn(textAt(error ?? {}, 'message')),
  });
}

/** Messages end with `SQLSTATE: 57012` (databricks-demos/dbdemos#220). */
function sqlStateIn(message: string | undefined): string | undefined {
  return /SQLSTATE: ([0-9A-Z]{5})/.exec(message ?? '')?.[1];
}

/** The class that a message begins with: `[REMOTE_FUNCTION_HTTP_FAILED_ERROR] The remote …`. */
export function errorClassOf({ message }: StatementError): string | undefined {
  return /^\s*\[([A-Z][A-Z0-9_.]*)\]/.exec(message ?? '')?.[1];
}

function broken(progress: StatementProgress, reason: string): StatementProgress {
  return { ...progress, next: nothing, broken: reason };
}
