import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json/index.js';
import { smallTarget } from '../plan/testing/small-target.js';
import type { WireRequest } from '../wire/index.js';
import {
  answering,
  type FakeGateway,
  type Reply,
  scripted,
  sentBody,
  sentHeader,
  unavailable,
} from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const path = '/api/2.0/sql/statements';
const told = (state: string, more: JsonObject = {}, error?: Json): Reply => ({
  json: { statement_id: 's-1', status: { state, ...(error === undefined ? {} : { error }) }, ...more },
});
const pending = told('PENDING');
const running = told('RUNNING');
const result = (rows: Json, next?: number): JsonObject => ({
  manifest: { schema: { columns: [{ name: 'answer', type_text: 'STRING' }] } },
  result: { chunk_index: 0, data_array: rows, ...(next === undefined ? {} : { next_chunk_index: next }) },
});
const succeeded = told('SUCCEEDED', result([['hello']]));
const failed = told('FAILED', {}, { error_code: 'BAD_REQUEST', message: '[A_CLASS] No.' });

const sql = (expectation: string, more = '') =>
  `sql: { statement: "SELECT :word AS answer", parameters: { word: "it's :here" }${more} }\nexpect: ${expectation}`;
const asked = ({ requests }: FakeGateway) =>
  requests.map(({ method, url }) => `${method} ${url.replace('https://home.test', '')}`);

describe('a statement', () => {
  it('that ended within the first wait takes one request', async () => {
    const gateway = scripted(succeeded);
    const { finished, exchanges } = await runCase(sql('{ statement-succeeded: { rows: [[hello]] } }'), gateway);
    expect(finished).toMatchObject({ verdict: 'passed', requests: 1 });
    expect(exchanges.map(({ step }) => step)).toEqual(['request']);
    expect(asked(gateway)).toEqual([`POST ${path}`]);
  });

  it('is sent to the warehouse of its role, with its parameters beside the text', async () => {
    const gateway = scripted(succeeded);
    await runCase(sql('statement-succeeded'), gateway);
    expect(JSON.parse(sentBody(gateway.requests[0]))).toMatchObject({
      statement: 'SELECT :word AS answer',
      warehouse_id: smallTarget.warehouses['default']?.id,
      parameters: [{ name: 'word', value: "it's :here", type: 'STRING' }],
    });
  });

  it('is asked for until it ended, less and less often, and every request is recorded', async () => {
    const gateway = scripted(pending, pending, running, running, running, running, running, succeeded);
    const { finished, exchanges, clock } = await runCase(sql('statement-succeeded'), gateway);
    expect(finished).toMatchObject({ verdict: 'passed', requests: 8 });
    expect(clock.waits).toEqual([250, 500, 1_000, 2_000, 5_000, 5_000, 5_000]);
    expect(exchanges.map(({ step }) => step).slice(0, 3)).toEqual(['request', 'request, poll 1', 'request, poll 2']);
    expect(asked(gateway).slice(1)).toEqual(Array.from({ length: 7 }, () => `GET ${path}/s-1`));
    expect(gateway.requests.every((request) => sentHeader(request, 'authorization') !== undefined)).toBe(true);
    expect(sentHeader(gateway.requests[1], 'content-type')).toBeUndefined();
  });

  it('gives the rows of all its chunks', async () => {
    const second: Reply = { json: { chunk_index: 1, data_array: [['b']], next_chunk_index: 2 } };
    const third: Reply = { json: { chunk_index: 2, data_array: [['c']] } };
    const gateway = scripted(told('SUCCEEDED', result([['a']], 1)), second, third);
    const { finished, exchanges } = await runCase(sql('{ statement-succeeded: { rows: [[a], [b], [c]] } }'), gateway);
    expect(finished.verdict).toBe('passed');
    expect(exchanges.map(({ step }) => step)).toEqual(['request', 'request, chunk 1', 'request, chunk 2']);
    expect(asked(gateway).slice(1)).toEqual([`GET ${path}/s-1/result/chunks/1`, `GET ${path}/s-1/result/chunks/2`]);
  });

  it('that fails is judged for it', async () => {
    expect((await runCase(sql('statement-failed'), scripted(pending, failed))).finished.verdict).toBe('passed');
    const { finished } = await runCase(sql('statement-succeeded'), scripted(pending, failed));
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.find(({ holds }) => !holds)?.message).toContain('[A_CLASS] No.');
  });

  it('that is refused as a request is judged for that, and asked for no more', async () => {
    const gateway = scripted({ status: 403, json: { error_code: 'PERMISSION_DENIED', message: 'No.' } });
    expect((await runCase(sql('denied'), gateway)).finished.verdict).toBe('passed');
    expect(gateway.requests).toHaveLength(1);
    const other = await runCase(sql('statement-failed'), gateway);
    expect(other.finished.verdict).toBe('failed');
  });

  it('is sent again where that is honest, also in between', async () => {
    const { finished } = await runCase(
      sql('statement-succeeded'),
      scripted(unavailable, pending, unavailable, succeeded),
    );
    expect(finished).toMatchObject({ verdict: 'passed', requests: 4 });
  });

  it('may stand in a comparison', async () => {
    const gateway = scripted(pending, succeeded, succeeded);
    const side = '{ sql: { statement: SELECT 1 } }';
    const body = `compare: { one: ${side}, two: ${side} }\nexpect: { all: statement-succeeded, equivalent: [state, columns] }`;
    expect((await runCase(body, gateway)).finished.verdict).toBe('passed');
  });

  it('is left when the answer is no longer of the protocol', async () => {
    const { finished } = await runCase(sql('statement-succeeded'), scripted(pending, { text: 'busy' }));
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.at(-1)?.message).toContain('cannot be followed');
  });
});

describe('a statement that does not end', () => {
  const impatient = { ...smallTarget, limits: { ...smallTarget.limits, statementMs: 10_000 } };
  const cancelled = (request: WireRequest): Reply => (request.url.endsWith('/cancel') ? { json: {} } : pending);

  it('is cancelled when its time is over, and proves nothing', async () => {
    const gateway = answering(cancelled);
    const { finished, exchanges } = await runCase(sql('statement-failed'), gateway, { target: impatient });
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'statement.unfinished' } });
    expect(finished.reason?.message).toContain('after 10000 ms: its state was PENDING');
    expect(asked(gateway).at(-1)).toBe(`POST ${path}/s-1/cancel`);
    expect(exchanges.at(-1)?.step).toBe('request, cancel');
  });

  it('is cancelled when the run is interrupted', async () => {
    const interruption = new AbortController();
    const gateway = answering((request) => {
      if (gateway.requests.length === 3) interruption.abort();
      return cancelled(request);
    });
    const { finished } = await runCase(sql('statement-succeeded'), gateway, { signal: interruption.signal });
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'interrupted' } });
    expect(asked(gateway).at(-1)).toBe(`POST ${path}/s-1/cancel`);
  });

  it('is cancelled also when the interruption came before its id was known', async () => {
    const interruption = new AbortController();
    const gateway = answering((request) => {
      if (request.url.endsWith(path)) interruption.abort();
      return cancelled(request);
    });
    const { finished } = await runCase(sql('statement-succeeded'), gateway, { signal: interruption.signal });
    expect(finished.reason?.code).toBe('interrupted');
    expect(asked(gateway)).toEqual([`POST ${path}`, `POST ${path}/s-1/cancel`]);
  });

  it('is cancelled when nobody can say any more how it is', async () => {
    const gateway = scripted(
      pending,
      { status: 500, json: { error_code: 'INTERNAL_ERROR', message: 'No.' } },
      { json: {} },
    );
    const { finished } = await runCase(sql('statement-succeeded'), gateway);
    expect(finished.verdict).toBe('failed');
    expect(asked(gateway).at(-1)).toBe(`POST ${path}/s-1/cancel`);
  });

  it('ends with chunks that never end', async () => {
    let index = 0;
    const endless = (): Reply =>
      index++ === 0
        ? told('SUCCEEDED', result([['x']], 1))
        : { json: { chunk_index: index - 1, data_array: [['x']], next_chunk_index: index } };
    const gateway = answering(endless);
    const { finished } = await runCase(sql('statement-succeeded'), gateway);
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'statement.unfinished' } });
    expect(gateway.requests).toHaveLength(1_001);
  });
});
