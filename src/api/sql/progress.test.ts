import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import {
  errorClassOf,
  follow,
  isUnfinished,
  notSubmitted,
  type StatementAnswer,
  type StatementProgress,
} from './progress.js';

const state = (body: Json, status = 200): StatementAnswer => ({ of: 'state', status, body });
const chunk = (body: Json, status = 200): StatementAnswer => ({ of: 'chunk', status, body });
const told = (...answers: readonly StatementAnswer[]): StatementProgress => answers.reduce(follow, notSubmitted);

const pending = state({ statement_id: 's-1', status: { state: 'PENDING' } });
const columns = [{ name: 'answer', type_text: 'STRING', type_name: 'STRING', position: 0 }];
const succeeded = (result: Json) =>
  state({ statement_id: 's-1', status: { state: 'SUCCEEDED' }, manifest: { schema: { columns } }, result });

describe('following a statement', () => {
  it('asks for the state until it ended', () => {
    const first = told(pending);
    expect(first).toMatchObject({ id: 's-1', states: ['PENDING'], next: { kind: 'state' } });
    expect(isUnfinished(first)).toBe(true);
    const running = follow(first, state({ statement_id: 's-1', status: { state: 'RUNNING' } }));
    expect(isUnfinished(running)).toBe(true);
    const last = follow(running, succeeded({ data_array: [['hello']] }));
    expect(last).toMatchObject({
      states: ['PENDING', 'RUNNING', 'SUCCEEDED'],
      rows: [['hello']],
      next: { kind: 'nothing' },
    });
    expect(isUnfinished(last)).toBe(false);
  });

  it('reads the columns of the manifest', () => {
    expect(told(succeeded({})).columns).toEqual([{ name: 'answer', type: 'STRING' }]);
  });

  it('puts the chunks of a result together, in order', () => {
    const first = told(succeeded({ chunk_index: 0, data_array: [['a']], next_chunk_index: 1 }));
    expect(first.next).toEqual({ kind: 'chunk', index: 1 });
    const second = follow(first, chunk({ chunk_index: 1, data_array: [['b'], ['c']], next_chunk_index: 2 }));
    expect(second.next).toEqual({ kind: 'chunk', index: 2 });
    const last = follow(second, chunk({ chunk_index: 2, data_array: [['d']] }));
    expect(last).toMatchObject({ rows: [['a'], ['b'], ['c'], ['d']], next: { kind: 'nothing' } });
  });

  it.each([
    [{ state: 'FAILED', error: { error_code: 'BAD_REQUEST', message: '[A_CLASS.B] No. SQLSTATE: 57012' } }, '57012'],
    [
      { state: 'FAILED', error: { error_code: 'BAD_REQUEST', message: '[A_CLASS.B] No.' }, sql_state: '42601' },
      '42601',
    ],
  ])('reads a failure, which is an answer like any other: %j', (status, sqlState) => {
    const failed = told(state({ statement_id: 's-1', status }));
    expect(failed).toMatchObject({ error: { code: 'BAD_REQUEST' }, sqlState, next: { kind: 'nothing' } });
    expect(errorClassOf(failed.error ?? {})).toBe('A_CLASS.B');
    expect(failed).not.toHaveProperty('broken');
  });

  it.each<[string, StatementAnswer]>([
    ['not a JSON object', state('hello')],
    ['not a JSON object', { of: 'state', status: 200, body: undefined }],
    ['no statement_id', state({ status: { state: 'SUCCEEDED' } })],
    ['no status.state', state({ statement_id: 's-1', status: {} })],
    ['not a list', succeeded({ data_array: 'rows' })],
    ['as links', succeeded({ external_links: [] })],
    ['does not lead on', succeeded({ data_array: [], next_chunk_index: 0 })],
    ['does not lead on', succeeded({ data_array: [], next_chunk_index: '1' })],
  ])('ends where an answer is not of the protocol: %s', (reason, answer) => {
    const broken = told(answer);
    expect(broken.broken).toContain(reason);
    expect(broken.next).toEqual({ kind: 'nothing' });
  });

  it('does not take the answer of another statement, or another chunk', () => {
    expect(told(pending, state({ statement_id: 's-2', status: { state: 'SUCCEEDED' } })).broken).toContain('another');
    const first = told(succeeded({ data_array: [['a']], next_chunk_index: 1 }));
    expect(follow(first, chunk({ chunk_index: 2, data_array: [] })).broken).toContain('another');
    expect(follow(first, chunk({ chunk_index: 1, data_array: [], next_chunk_index: 1 })).broken).toContain('lead on');
  });

  it('ends at an error of the request, which says nothing of the statement', () => {
    const refused = told(state({ error_code: 'PERMISSION_DENIED', message: 'No.' }, 403));
    expect(refused).toEqual({ ...notSubmitted, next: { kind: 'nothing' } });
    expect(isUnfinished(told(pending, state({}, 500)))).toBe(true);
  });

  it('survives whatever a gateway sends, and asks for ever more only of a statement under way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('state' as const, 'chunk' as const), fc.jsonValue())),
        (answers) => {
          const progress = answers
            .map(([of, body]) => ({ of, status: 200, body: body as Json }))
            .reduce(follow, notSubmitted);
          expect(['state', 'chunk', 'nothing']).toContain(progress.next.kind);
        },
      ),
    );
  });
});
