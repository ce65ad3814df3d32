import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { remove, replace } from './making/edit.js';
import { answers, edited, respond } from './making/responses.js';
import { onPath } from './making/where.js';

const statements = onPath(/\/sql\/statements/);
const failing = (value: unknown) => JSON.stringify(value).includes('"FAILED"');

/** Edits what is said of statements that did not fail. */
function results(edit: (value: unknown) => unknown): Fault['deviate'] {
  return answers(statements, (value: unknown) => (failing(value) ? value : edit(value)));
}

/** Edits what is said of statements that failed. */
function failures(edit: (value: unknown) => unknown): Fault['deviate'] {
  return answers(statements, (value: unknown) => (failing(value) ? edit(value) : value));
}

export const aiQueryFaults: readonly Fault[] = [
  {
    id: 'ai-query.fails',
    sentence: 'Every statement fails.',
    breaks: ['SQL-01', 'SQL-02', 'SQL-03', 'SQL-19'],
    deviate: results((value) => ({
      ...Object(value),
      status: { state: 'FAILED', error: { error_code: 'INTERNAL_ERROR', message: 'It failed.' } },
    })),
  },
  {
    id: 'ai-query.null',
    sentence: 'The result of ai_query is null.',
    breaks: ['SQL-02', 'SQL-03', 'SQL-19'],
    deviate: results(replace('$.result.data_array[*][*]', null)),
  },
  {
    id: 'ai-query.one-row-for-all',
    sentence: 'A statement over several rows has the result of the first only.',
    breaks: ['SQL-03'],
    deviate: results(remove('$.result.data_array[1:]')),
  },
  {
    id: 'ai-query.twice',
    sentence: 'Every row of a result comes twice.',
    breaks: ['SQL-03'],
    deviate: results(
      replace('$.result.data_array', (rows: unknown) =>
        Array.isArray(rows) ? rows.flatMap((row) => [row, row]) : rows,
      ),
    ),
  },
  {
    id: 'ai-query.failures-succeed',
    sentence: 'A statement that fails is said to have succeeded, with a row.',
    breaks: ['SQL-04', 'SQL-05', 'SQL-06', 'SQL-16'],
    deviate: failures((value) => ({
      ...Object(value),
      status: { state: 'SUCCEEDED' },
      manifest: { format: 'JSON_ARRAY', schema: { columns: [] }, total_row_count: 1 },
      result: { data_array: [['Hello!']] },
    })),
  },
  {
    id: 'ai-query.unknown-name-falls-back',
    sentence: 'A statement that names no model service is answered by another model.',
    breaks: ['SQL-05'],
    deviate: decide(({ resolveName }) => ({
      resolveName: (account, metastore, name, enforced) => {
        const resolution = resolveName(account, metastore, name, enforced);
        const other = 'system.ai.databricks-claude-sim-1';
        return resolution.kind === 'missing' ? resolveName(account, metastore, other, false) : resolution;
      },
    })),
  },
  {
    id: 'ai-query.execute-not-needed',
    sentence: 'A statement calls models on which its sender lacks EXECUTE.',
    breaks: ['SQL-06'],
    deviate: decide(() => ({ missingPrivileges: () => [] })),
  },
  {
    id: 'ai-query.own-services-renamed',
    sentence: 'A service outside system.ai is answered by a hosted model.',
    breaks: ['SQL-04'],
    deviate: decide(({ resolveName }) => ({
      resolveName: (account, metastore, name, enforced) =>
        resolveName(
          account,
          metastore,
          name.startsWith('main.') ? 'system.ai.databricks-claude-sim-1' : name,
          enforced,
        ),
    })),
  },
  {
    id: 'ai-query.error-class-changed',
    sentence: 'A failed statement states another error class.',
    breaks: ['SQL-07', 'SQL-08'],
    deviate: failures(replace('$.status.error.message', (message: unknown) => `[OTHER_ERROR] ${message}`)),
  },
  {
    id: 'ai-query.failure-without-message',
    sentence: 'A statement that fails does not say why.',
    breaks: ['SQL-16'],
    deviate: failures(remove('$.status.error.message')),
  },
  {
    id: 'ai-query.failure-as-500',
    sentence: 'A statement that fails is an internal error of the API.',
    breaks: ['SQL-05', 'SQL-16'],
    deviate: respond(statements, (message) =>
      message.body.kind === 'json' && failing(message.body.value) ? { ...message, status: 500 } : message,
    ),
  },
  {
    id: 'ai-query.states-in-lower-case',
    sentence: 'The states of statements are written in lower case.',
    breaks: ['SQL-17'],
    deviate: answers(
      statements,
      replace('$.status.state', (state: unknown) => String(state).toLowerCase()),
    ),
  },
  {
    id: 'ai-query.a-state-of-its-own',
    sentence: 'Whatever becomes of a statement, its state is a word that the API does not know.',
    breaks: ['SQL-17'],
    deviate: answers(statements, replace('$.status.state', 'QUEUED')),
  },
  {
    id: 'ai-query.cells-with-types',
    sentence: 'The cells of a result are JSON values and not text.',
    breaks: ['SQL-18'],
    deviate: results(replace('$.result.data_array[*][*]', (cell: unknown) => ({ value: cell }))),
  },
  {
    id: 'ai-query.parameters-changed',
    sentence: 'A named parameter loses what is not ASCII.',
    breaks: ['SQL-19'],
    deviate: respond(statements, (message) =>
      edited(message, (value) => JSON.parse(JSON.stringify(value).replace(/[^\u0020-\u007e]/g, '?'))),
    ),
  },
  {
    id: 'ai-query.fields-of-a-failure-renamed',
    sentence: 'With failOnError false the fields of a result have other names.',
    breaks: ['SQL-10'],
    deviate: results((value) => JSON.parse(JSON.stringify(value).replaceAll('errorMessage', 'error_message'))),
  },
];
