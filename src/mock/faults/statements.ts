import type { Fault } from './fault.js';
import { recognise, takenFor } from './making/callers.js';
import { believe } from './making/decide.js';
import { merge, remove, replace } from './making/edit.js';
import { resolve } from './making/names.js';
import { answers, edited, respond } from './making/responses.js';
import { believeServices } from './making/services.js';
import { both, onPath, type Where } from './making/where.js';

const statements = onPath(/^\/api\/2\.0\/sql\/statements/);

const rows = '$.result.data_array';
const cells = '$.result.data_array[*][*]';

const editRows = (change: (rows: readonly unknown[]) => readonly unknown[]) =>
  answers(
    statements,
    replace(rows, (before: unknown) => (Array.isArray(before) ? change(before) : before)),
  );

const editText = (change: (text: string) => unknown) =>
  answers(
    statements,
    replace(cells, (cell: unknown) => (typeof cell === 'string' ? change(cell) : cell)),
  );

const withNameAsParameter: Where = ({ body }) => /ai_query\(\s*:/.test(String(body?.['statement']));

const notConstant = { error_code: 'BAD_REQUEST', message: '[NON_FOLDABLE_ARGUMENT] The name has to be a constant.' };

const isFailed = (value: unknown) => JSON.stringify(value).includes('"FAILED"');

/** What becomes of statements, and how it is told. */
export const statementFaults: readonly Fault[] = [
  {
    id: 'ai-query.not-there',
    sentence: '`ai_query` finds no model service of system.ai by its fully qualified name.',
    breaks: ['SQL-01', 'SQL-03'],
    deviate: resolve((found, { name }) => (name.startsWith('system.ai.') ? { kind: 'missing', name } : found)),
  },
  {
    id: 'ai-query.result-in-blocks',
    sentence: 'A result of ai_query is a list of blocks, as some models answer.',
    breaks: ['SQL-02'],
    seen: 'tidyverse/ellmer#822',
    deviate: editText((text) => [{ type: 'text', text }]),
  },
  {
    id: 'ai-query.last-row-missing',
    sentence: 'The last row of a result is missing.',
    breaks: ['SQL-03'],
    deviate: editRows((before) => before.slice(0, -1)),
  },
  {
    id: 'ai-query.chunk-without-end',
    sentence: 'A result names a chunk that follows, and there is none.',
    breaks: ['SQL-01'],
    deviate: answers(
      statements,
      replace('$.result', (result: unknown) => ({ ...Object(result), next_chunk_index: 7 })),
    ),
  },
  {
    id: 'ai-query.runs-for-the-warehouse',
    sentence: '`ai_query` asks with the privileges of the owner of the warehouse.',
    breaks: ['SQL-06'],
    deviate: recognise((known, { gateway: { account }, scope }) =>
      scope === 'sql' && !known.done ? takenFor('default', account) : known,
    ),
  },
  {
    id: 'ai-query.disabled-models-answer',
    sentence: '`ai_query` asks models that are disabled for it.',
    breaks: ['SQL-09'],
    deviate: believeServices((service) => ({ ...service, disabledForAiQuery: false })),
  },
  {
    id: 'ai-query.on-classic-warehouses',
    sentence: '`ai_query` is there on SQL Classic warehouses.',
    breaks: ['SQL-14'],
    deviate: believe((account) => ({
      ...account,
      warehouses: account.warehouses.map((warehouse) => ({ ...warehouse, kind: 'serverless' })),
    })),
  },
  {
    id: 'ai-query.written-names-only',
    sentence: 'A statement fails in which the name of the model is a parameter.',
    breaks: ['SQL-13'],
    deviate: respond(both(statements, withNameAsParameter), (message) =>
      edited(message, merge('$', { status: { state: 'FAILED', error: notConstant } })),
    ),
  },
  {
    id: 'ai-query.no-error-classes',
    sentence: 'The messages of failed statements begin with no error class.',
    breaks: ['SQL-07', 'SQL-08', 'SQL-09', 'SQL-11', 'SQL-14'],
    deviate: answers(
      statements,
      replace('$.status.error.message', (message: unknown) => String(message).replace(/^\[\w+\] /, '')),
    ),
  },
  {
    id: 'ai-query.failure-as-400',
    sentence: 'A statement that fails is answered with status 400.',
    breaks: ['SQL-16'],
    seen: 'databricks/databricks-sdk-go#1183',
    deviate: respond(statements, (message) =>
      message.body.kind === 'json' && isFailed(message.body.value) ? { ...message, status: 400 } : message,
    ),
  },
  {
    id: 'ai-query.failure-without-code',
    sentence: 'A statement that failed has no error code.',
    breaks: ['SQL-16'],
    deviate: answers(statements, remove('$.status.error.error_code')),
  },
  {
    id: 'ai-query.cells-as-values',
    sentence: 'Cells with numbers are numbers.',
    breaks: ['SQL-18'],
    deviate: editText((text) => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)),
  },
  {
    id: 'ai-query.null-as-text',
    sentence: 'Cells without a value are texts.',
    breaks: ['SQL-18'],
    deviate: answers(
      statements,
      replace(cells, (cell: unknown) => cell ?? 'null'),
    ),
  },
  {
    id: 'ai-query.rows-without-their-nulls',
    sentence: 'Rows leave out the cells that have no value.',
    breaks: ['SQL-18'],
    deviate: answers(statements, remove('$.result.data_array[*][?@ == null]')),
  },
  {
    id: 'ai-query.quotes-doubled',
    sentence: 'Quotes in a parameter are doubled as if it were written into the statement.',
    breaks: ['SQL-19'],
    deviate: editText((text) => text.replaceAll("'", "''")),
  },
];
