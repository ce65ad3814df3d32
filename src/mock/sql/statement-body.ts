import type { Outcome } from './outcome.js';
import type { SubmittedStatement } from './statements.js';

type Result = Extract<Outcome, { readonly kind: 'result' }>;

/** The body of an answer to a submission or to a question for the state. A failed statement has one like any other. */
export function statementBody({ id, progress }: SubmittedStatement, chunkRows: number): object {
  const now = progress();
  if (now.state !== 'ENDED') return { statement_id: id, status: { state: now.state } };
  const { outcome } = now;
  if (outcome.kind === 'failure') {
    const { code, message, sqlState } = outcome.failure;
    const status = { state: 'FAILED', error: { error_code: code, message }, sql_state: sqlState };
    return { statement_id: id, status };
  }
  return {
    statement_id: id,
    status: { state: 'SUCCEEDED' },
    manifest: manifestOf(outcome, chunkRows),
    result: chunkOf(id, outcome, 0, chunkRows),
  };
}

/** One chunk of the result; undefined when there is none of that number. */
export function chunkOf(id: string, { rows }: Result, index: number, chunkRows: number): object | undefined {
  const count = chunkCount(rows.length, chunkRows);
  if (index >= Math.max(count, 1)) return undefined;
  const offset = index * chunkRows;
  const data = rows.slice(offset, offset + chunkRows);
  const next = index + 1;
  return {
    chunk_index: index,
    row_offset: offset,
    row_count: data.length,
    ...(data.length > 0 && { data_array: data }),
    ...(next < count && {
      next_chunk_index: next,
      next_chunk_internal_link: `/api/2.0/sql/statements/${id}/result/chunks/${next}?row_offset=${next * chunkRows}`,
    }),
  };
}

function manifestOf({ columns, rows }: Result, chunkRows: number): object {
  const count = chunkCount(rows.length, chunkRows);
  return {
    format: 'JSON_ARRAY',
    schema: {
      column_count: columns.length,
      columns: columns.map(({ name, type }, position) => ({
        name,
        type_text: type,
        type_name: /^[A-Z_]+/.exec(type)?.[0] ?? type,
        position,
      })),
    },
    total_chunk_count: count,
    chunks: Array.from({ length: count }, (_, index) => ({
      chunk_index: index,
      row_offset: index * chunkRows,
      row_count: Math.min(chunkRows, rows.length - index * chunkRows),
    })),
    total_row_count: rows.length,
    truncated: false,
  };
}

function chunkCount(rows: number, chunkRows: number): number {
  return Math.ceil(rows / chunkRows);
}
