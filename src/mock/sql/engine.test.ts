import { describe, expect, it } from 'vitest';
import type { ModelAnswer, ModelQuestion } from './ask-model.js';
import { runStatement } from './engine.js';
import { failureOf } from './failure.js';

const refusal = failureOf('REMOTE_FUNCTION_HTTP_FAILED_ERROR', '57012', 'The model is not there.');

function asking() {
  const asked: ModelQuestion[] = [];
  const ask = (question: ModelQuestion): ModelAnswer => {
    asked.push(question);
    return question.endpoint === 'missing'
      ? { kind: 'failure', failure: refusal }
      : { kind: 'text', text: `${question.endpoint} says ${question.request}` };
  };
  return { asked, ask };
}

async function run(statement: string, parameters: Record<string, { value: string | null; type: string }> = {}) {
  const { asked, ask } = asking();
  const signal = new AbortController().signal;
  return { asked, outcome: await runStatement(statement, { parameters, aiQuery: { ask }, signal }) };
}

async function rowsOf(statement: string, parameters?: Record<string, { value: string | null; type: string }>) {
  const { outcome } = await run(statement, parameters);
  return outcome.kind === 'result' ? outcome.rows : outcome.failure.message;
}

describe('ai_query in the engine', () => {
  it('answers the statement of the documentation, row by row', async () => {
    const statement = `WITH my_table(text_column) AS (VALUES ('one'), ('two'), ('three'))
      SELECT ai_query(
        'system.ai.databricks-claude-opus-4-6',
        'Summarize the following text: ' || text_column
      ) AS summary
      FROM my_table
      LIMIT 2`;
    const { outcome, asked } = await run(statement);
    expect(outcome).toEqual({
      kind: 'result',
      columns: [{ name: 'summary', type: 'STRING' }],
      rows: [
        ['system.ai.databricks-claude-opus-4-6 says Summarize the following text: one'],
        ['system.ai.databricks-claude-opus-4-6 says Summarize the following text: two'],
      ],
    });
    expect(asked.map(({ request }) => request)).toContain('Summarize the following text: one');
  });

  it('fails the whole statement with what the model was refused with', async () => {
    const { outcome } = await run(`SELECT ai_query('missing', x) FROM (VALUES ('a'), ('b')) AS t(x)`);
    expect(outcome).toEqual({ kind: 'failure', failure: refusal });
  });

  it('gives a row instead with failOnError => false', async () => {
    const { outcome } = await run(
      `SELECT ai_query('m', 'x', failOnError => false) AS good, ai_query('missing', 'x', failOnError => false) AS bad`,
    );
    expect(outcome).toEqual({
      kind: 'result',
      columns: [
        { name: 'good', type: 'STRUCT<result: STRING, errorMessage: STRING>' },
        { name: 'bad', type: 'STRUCT<result: STRING, errorMessage: STRING>' },
      ],
      rows: [
        ['{"result":"m says x","errorMessage":null}', JSON.stringify({ result: null, errorMessage: refusal.message })],
      ],
    });
  });

  it('takes its arguments by name, in any case and any order', async () => {
    const { asked } = await run(
      `SELECT AI_QUERY(request => 'x', endpoint => 'm', modelParameters => named_struct('max_tokens', 5, 'stop', 'y'))`,
    );
    expect(asked).toEqual([{ endpoint: 'm', request: 'x', modelParameters: '{"max_tokens":5,"stop":"y"}' }]);
  });

  it('lets a field of the row be read', async () => {
    expect(await rowsOf(`SELECT ai_query('m', 'x', failOnError => false).result AS answer`)).toEqual([['m says x']]);
  });

  it('answers nothing to nothing', async () => {
    expect(await rowsOf(`SELECT ai_query('m', NULL)`)).toEqual([[null]]);
  });

  it.each([
    [`ai_query('m', 'x', failOnError => true)`, 'failOnError => true'],
    [`ai_query('m', 'x', returnType => 'INT')`, 'convert answers into INT'],
    [`ai_query('m', 'x', files => 'y')`, 'files'],
  ])('says what it does not simulate: %s', async (call, what) => {
    const message = await rowsOf(`SELECT ${call}`);
    expect(message).toContain('[UNSUPPORTED_FEATURE] The simulated account does not');
    expect(message).toContain(what);
  });
});

describe('a statement', () => {
  it('gives every cell as a text or null', async () => {
    const statement = `SELECT 1 AS i, 9007199254740993 AS b, 1.50 AS d, true AS t, NULL AS n, DATE '2026-01-02' AS day,
      [1, 2] AS l, 'x' AS s`;
    expect(await rowsOf(statement)).toEqual([
      ['1', '9007199254740993', '1.50', 'true', null, '2026-01-02', '[1,2]', 'x'],
    ]);
  });

  it('takes parameters as values, whatever is in them', async () => {
    const value = `it's; DROP TABLE x -- "quoted" :other $1 \\ \n ünïcode`;
    const { asked, outcome } = await run(
      `SELECT ai_query('m', :prompt) AS a, :prompt AS p, ':prompt' AS text -- :other`,
      {
        prompt: { value, type: 'STRING' },
      },
    );
    expect(asked.map(({ request }) => request)).toEqual([value]);
    expect(outcome.kind === 'result' && outcome.rows).toEqual([[`m says ${value}`, value, ':prompt']]);
  });

  it('reads parameters as the type that they have', async () => {
    const parameters = {
      n: { value: '41', type: 'BIGINT' },
      yes: { value: 'true', type: 'BOOLEAN' },
      no: { value: null, type: 'STRING' },
    };
    expect(await rowsOf('SELECT :n + 1, NOT :yes, :no', parameters)).toEqual([['42', 'false', null]]);
  });

  it.each([
    ['SELEC 1', 'PARSE_SYNTAX_ERROR', '42601'],
    ["SELECT 'never ends", 'PARSE_SYNTAX_ERROR', '42601'],
    ['SELECT * FROM nowhere', 'TABLE_OR_VIEW_NOT_FOUND', '42P01'],
    ['SELECT no_function(1)', 'UNRESOLVED_ROUTINE', '42883'],
    ['SELECT no_column', 'UNRESOLVED_COLUMN', '42703'],
    ["SELECT ai_query('m')", 'WRONG_NUM_ARGS', '42605'],
    ["SELECT 'x'::INT", 'CAST_INVALID_INPUT', '22018'],
    ['SELECT :missing', 'UNBOUND_SQL_PARAMETER', '42P02'],
  ])('that is wrong fails in the classes of Databricks: %s', async (statement, kind, sqlState) => {
    const { outcome } = await run(statement);
    expect(outcome).toMatchObject({ kind: 'failure', failure: { code: 'BAD_REQUEST', sqlState } });
    expect(outcome.kind === 'failure' && outcome.failure.message).toMatch(
      new RegExp(`^\\[${kind}\\] .* SQLSTATE: ${sqlState}$`, 's'),
    );
  });

  it.each([
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "COPY (SELECT 1) TO '/tmp/simulated-account-out.csv'",
    "ATTACH '/tmp/simulated-account.db'",
    'INSTALL httpfs',
    "SELECT getenv('HOME')",
    'SET enable_external_access = true',
    "SET memory_limit = '8GB'",
  ])('reaches nothing of the machine: %s', async (statement) => {
    expect((await run(statement)).outcome.kind).toBe('failure');
  });

  it('leaves nothing behind for the next one', async () => {
    expect((await run('CREATE TABLE mine AS SELECT 1 AS x')).outcome.kind).toBe('result');
    expect((await run('SELECT * FROM mine')).outcome.kind).toBe('failure');
  });

  it('can be interrupted', async () => {
    const interruption = new AbortController();
    const aiQuery = {
      ask: (): ModelAnswer => {
        interruption.abort();
        return { kind: 'text', text: '' };
      },
    };
    const statement = `SELECT count(ai_query('m', 'x') || i) FROM range(1000000000) AS r(i)`;
    const outcome = await runStatement(statement, { parameters: {}, aiQuery, signal: interruption.signal });
    expect(outcome.kind).toBe('failure');
  });
});
