import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForChunk, askForStatement, cancelStatement, submitStatement } from './request.js';

const submit = (parameters: Parameters<typeof submitStatement>[0]['parameters'], text = 'SELECT :a') =>
  submitStatement({ text, warehouse: 'w-1', parameters });

describe('a submission', () => {
  it('asks for rows inline, and goes on when the wait is over', () => {
    expect(submit({}, 'SELECT 1')).toEqual({
      method: 'POST',
      path: '/api/2.0/sql/statements',
      body: {
        statement: 'SELECT 1',
        warehouse_id: 'w-1',
        wait_timeout: '5s',
        on_wait_timeout: 'CONTINUE',
        disposition: 'INLINE',
        format: 'JSON_ARRAY',
      },
    });
  });

  it('names parameters with the type that they are read as', () => {
    expect(submit({ a: 'x', b: 1, c: 1.5, d: true, e: null }).body?.['parameters']).toEqual([
      { name: 'a', value: 'x', type: 'STRING' },
      { name: 'b', value: '1', type: 'BIGINT' },
      { name: 'c', value: '1.5', type: 'DOUBLE' },
      { name: 'd', value: 'true', type: 'BOOLEAN' },
      { name: 'e', type: 'STRING' },
    ]);
  });

  it('never lets a parameter become part of the statement', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { body } = submit({ a: value });
        expect(body?.['statement']).toBe('SELECT :a');
        expect(body?.['parameters']).toEqual([{ name: 'a', value, type: 'STRING' }]);
      }),
    );
  });
});

describe('what is asked of a statement', () => {
  it('has a path of its own', () => {
    expect(askForStatement('s-1')).toEqual({ method: 'GET', path: '/api/2.0/sql/statements/s-1' });
    expect(askForChunk('s-1', 2)).toEqual({ method: 'GET', path: '/api/2.0/sql/statements/s-1/result/chunks/2' });
    expect(cancelStatement('s-1')).toEqual({ method: 'POST', path: '/api/2.0/sql/statements/s-1/cancel' });
  });

  it('stays on its path, whatever a gateway calls the statement', () => {
    expect(askForStatement('../../2.1/secrets?x=@host').path).toBe(
      '/api/2.0/sql/statements/..%2F..%2F2.1%2Fsecrets%3Fx%3D%40host',
    );
  });
});
