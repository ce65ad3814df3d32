import { describe, expect, it } from 'vitest';
import type { SimulatedAccount } from '../start.js';
import { type RawResponse, send, simulation, tokenOf } from '../testing/simulation.js';

const path = '/api/2.0/sql/statements';

interface Submitted {
  readonly as?: string;
  readonly site?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly warehouse?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const headersOf = (account: SimulatedAccount, as: string) => ({
  authorization: `Bearer ${tokenOf(account, as)}`,
  'content-type': 'application/json',
});

function submit(account: SimulatedAccount, statement: unknown, options: Submitted = {}): Promise<RawResponse> {
  const { as = 'default', site = 'home', warehouse = 'default', headers, body } = options;
  return send(account.origins[site] ?? '', {
    path,
    headers: { ...headersOf(account, as), ...headers },
    body: JSON.stringify({ statement, warehouse_id: account.targetDocument.warehouses?.[warehouse]?.id, ...body }),
  });
}

function ask(account: SimulatedAccount, below: string, method = 'GET', as = 'default'): Promise<RawResponse> {
  return send(account.origins['home'] ?? '', { method, path: `${path}/${below}`, headers: headersOf(account, as) });
}

const aiQuery = (model: string) => `SELECT ai_query('${model}', 'Repeat exactly: hi') AS answer`;
const system = 'system.ai.databricks-claude-sim-1';

describe('a statement on a simulated warehouse', () => {
  const account = simulation();

  it('succeeds with its rows, each cell a text', async () => {
    const { status, json } = await submit(account(), 'SELECT 1 AS one, NULL AS nothing');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      status: { state: 'SUCCEEDED' },
      manifest: {
        format: 'JSON_ARRAY',
        schema: { column_count: 2, columns: [{ name: 'one', type_text: 'INT', position: 0 }, { name: 'nothing' }] },
        total_chunk_count: 1,
        total_row_count: 1,
        truncated: false,
      },
      result: { chunk_index: 0, row_offset: 0, row_count: 1, data_array: [['1', null]] },
    });
    expect((await ask(account(), json.statement_id)).json).toEqual(json);
  });

  it.each([system, 'databricks-claude-sim-1', 'system.ai.databricks-llama-sim-1'])(
    'asks the model %s',
    async (model) => {
      const { json } = await submit(account(), aiQuery(model));
      expect(json.result.data_array).toEqual([['hi']]);
    },
  );

  it.each([
    ['system.ai.no-such-model', 'default', 'code 404', 'RESOURCE_DOES_NOT_EXIST'],
    ['main.llm.assistant', 'default', 'code 403', 'for ai_query'],
    ['system.ai.databricks-no-batch-sim-1', 'default', 'code 403', 'disabled explicitly'],
    ['system.ai.databricks-embed-sim-1', 'default', 'code 400', 'does not answer prompts'],
    [system, 'without-system-execute', 'code 403', 'User does not have EXECUTE'],
  ])('fails with status 200 where %s cannot be asked by %s', async (model, as, code, reason) => {
    const { status, json } = await submit(account(), aiQuery(model), { as });
    expect(status).toBe(200);
    expect(json.status).toMatchObject({ state: 'FAILED', error: { error_code: 'BAD_REQUEST' }, sql_state: '57012' });
    expect(json.status.error.message).toMatch(/^\[REMOTE_FUNCTION_HTTP_FAILED_ERROR\] .*SQLSTATE: 57012$/);
    expect(json.status.error.message).toContain(code);
    expect(json.status.error.message).toContain(reason);
    expect(json).not.toHaveProperty('result');
  });

  it('fails for parameters that the model does not take', async () => {
    const statement = `SELECT ai_query('${system}', 'x', modelParameters => named_struct('max_tokens', 'many'))`;
    const { json } = await submit(account(), statement);
    expect(json.status.error.message).toContain('[AI_FUNCTION_INVALID_MODEL_PARAMETERS]');
  });

  it('has no ai_query on a classic warehouse', async () => {
    const { json } = await submit(account(), aiQuery(system), { warehouse: 'classic' });
    expect(json.status.error.message).toContain('[AI_FUNCTION_UNSUPPORTED_ERROR]');
    expect((await submit(account(), 'SELECT 1', { warehouse: 'classic' })).json.status.state).toBe('SUCCEEDED');
  });

  it('takes named parameters', async () => {
    const parameters = [{ name: 'prompt', value: "Repeat exactly: it's :prompt", type: 'STRING' }];
    const { json } = await submit(account(), `SELECT ai_query('${system}', :prompt)`, { body: { parameters } });
    expect(json.result.data_array).toEqual([["it's :prompt"]]);
  });

  it('may be sent to the account-level URL that names the workspace by header', async () => {
    const headers = { 'x-databricks-workspace-id': account().targetDocument.workspaces['home']?.id ?? '' };
    expect((await submit(account(), 'SELECT 1', { site: 'account', headers })).json.status.state).toBe('SUCCEEDED');
    expect((await submit(account(), 'SELECT 1', { site: 'account' })).status).toBe(400);
  });

  it.each<[string, Submitted, number]>([
    ['an unknown warehouse', { body: { warehouse_id: 'none' } }, 400],
    ['a warehouse of another workspace', { site: 'second' }, 400],
    ['a caller without a permission on the warehouse', { as: 'without-system-execute', warehouse: 'classic' }, 403],
    ['a caller whom nobody knows', { headers: { authorization: 'Bearer none' } }, 403],
    ['a wait that is not allowed', { body: { wait_timeout: '3s' } }, 400],
    ['a parameter twice', { body: { parameters: [{ name: 'a' }, { name: 'a' }] } }, 400],
    ['a parameter that is no text', { body: { parameters: [{ name: 'a', value: 1 }] } }, 400],
    ['a form of results that is not simulated', { body: { disposition: 'EXTERNAL_LINKS' } }, 501],
  ])('is refused as a request for %s', async (_, options, status) => {
    const refused = await submit(account(), 'SELECT 1', options);
    expect(refused.status).toBe(status);
    expect(refused.json).toHaveProperty('error_code');
    expect(refused.json).not.toHaveProperty('statement_id');
  });

  it('is refused without a text', async () => {
    expect((await submit(account(), ' ')).status).toBe(400);
    expect((await submit(account(), 1)).status).toBe(400);
  });

  it('is for nobody but who submitted it', async () => {
    const { json } = await submit(account(), 'SELECT 1');
    expect((await ask(account(), json.statement_id, 'GET', 'granted')).status).toBe(404);
    expect((await ask(account(), `${json.statement_id}/cancel`, 'POST', 'granted')).status).toBe(404);
  });

  it('is not known on other paths', async () => {
    const { json } = await submit(account(), 'SELECT 1');
    expect((await ask(account(), `${json.statement_id}/result`)).json.error_code).toBe('ENDPOINT_NOT_FOUND');
    expect((await ask(account(), '')).json.error_code).toBe('ENDPOINT_NOT_FOUND');
  });
});

describe('a result in chunks', () => {
  const account = simulation({ warehouses: { chunkRows: 2 } });

  it('is had chunk by chunk', async () => {
    const { json } = await submit(account(), 'SELECT i FROM range(5) AS r(i) ORDER BY i');
    expect(json.manifest).toMatchObject({ total_chunk_count: 3, total_row_count: 5 });
    expect(json.result).toMatchObject({ data_array: [['0'], ['1']], next_chunk_index: 1 });
    const chunk = (index: number) => ask(account(), `${json.statement_id}/result/chunks/${index}`);
    expect((await chunk(1)).json).toMatchObject({ chunk_index: 1, data_array: [['2'], ['3']], next_chunk_index: 2 });
    expect((await chunk(2)).json).toEqual({ chunk_index: 2, row_offset: 4, row_count: 1, data_array: [['4']] });
    expect((await chunk(3)).status).toBe(404);
  });

  it('has one chunk, without rows, where there are none', async () => {
    const { json } = await submit(account(), 'SELECT i FROM range(0) AS r(i)');
    expect(json.result).toEqual({ chunk_index: 0, row_offset: 0, row_count: 0 });
    expect(json.manifest).toMatchObject({ total_chunk_count: 0, total_row_count: 0 });
  });
});

describe('a warehouse that has to start', () => {
  let begin = () => {};
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const account = simulation({
    warehouses: {
      start: (left) =>
        Promise.race([started, new Promise<void>((resolve) => left.addEventListener('abort', () => resolve()))]),
    },
  });
  const atOnce = { body: { wait_timeout: '0s' } };

  it('keeps a statement pending, cancels it on demand, and runs the others when it has started', async () => {
    const [first, second] = await Promise.all([
      submit(account(), 'SELECT 1', atOnce),
      submit(account(), 'SELECT 2 AS two', atOnce),
    ]);
    expect(first.json).toEqual({ statement_id: expect.any(String), status: { state: 'PENDING' } });
    expect((await ask(account(), `${first.json.statement_id}/cancel`, 'POST')).json).toEqual({});
    expect((await ask(account(), first.json.statement_id)).json.status).toEqual({ state: 'CANCELED' });
    begin();
    await expect.poll(async () => (await ask(account(), second.json.statement_id)).json.status.state).toBe('SUCCEEDED');
    expect((await ask(account(), first.json.statement_id)).json.status).toEqual({ state: 'CANCELED' });
  });
});
