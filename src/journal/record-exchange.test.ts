import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../wire/index.js';
import { recordExchange } from './index.js';
import { parseEvent } from './parse-event.js';
import { recordedBytes } from './record-exchange.js';

const exchange = (body: Uint8Array): Exchange => ({
  request: { method: 'POST', url: 'https://main.example.com/x', headers: [['X-Case', 'Kept']] },
  response: { status: 200, headers: [], body },
  times: { startedAt: 0, end: 1 },
});
const recorded = (body: Uint8Array) => recordExchange(exchange(body)).response?.body;

describe('recording an exchange', () => {
  it('keeps UTF-8 as text and everything else as base64, to the byte', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ minLength: 1 }),
          fc.string({ minLength: 1, unit: 'binary' }).map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          const record = recorded(bytes);
          if (record?.kind === 'binary') expect(Buffer.from(record.base64, 'base64').equals(bytes)).toBe(true);
          else if (record?.kind === 'text' && record.cut === undefined)
            expect(Buffer.from(record.text).equals(bytes)).toBe(true);
          else expect(record?.kind).toBe('text');
          expect(record?.bytes).toBe(bytes.byteLength);
        },
      ),
    );
  });

  it('says that a body was empty', () => {
    expect(recorded(new Uint8Array())).toEqual({ kind: 'empty', bytes: 0 });
  });

  it('cuts a long text between two characters and says so', () => {
    const body = Buffer.from(`a${'é'.repeat(recordedBytes / 2)}`);
    const record = recorded(body);
    expect(record).toMatchObject({ kind: 'text', bytes: recordedBytes + 1, cut: true });
    expect(record?.kind === 'text' && Buffer.byteLength(record.text)).toBe(recordedBytes - 1);
  });

  it('cuts long bytes and says so', () => {
    const record = recorded(new Uint8Array(recordedBytes + 7).fill(0xff));
    expect(record).toMatchObject({ kind: 'binary', bytes: recordedBytes + 7, cut: true });
    expect(record?.kind === 'binary' && Buffer.from(record.base64, 'base64').byteLength).toBe(recordedBytes);
  });

  it('keeps a stream readable that broke off inside a character', () => {
    const body = Buffer.from('data: é').subarray(0, -1);
    expect(recorded(body)).toEqual({ kind: 'text', text: 'data: ', bytes: 7, cut: true });
  });

  it('keeps a fault beside a partial response, and header case as received', () => {
    const fault = { code: 'reset', message: 'read ECONNRESET', beforeResponse: false } as const;
    const record = recordExchange({ ...exchange(Buffer.from('{')), fault });
    expect(record.fault).toEqual(fault);
    expect(record.request).toEqual({
      method: 'POST',
      url: 'https://main.example.com/x',
      headers: [['X-Case', 'Kept']],
    });
  });

  it('keeps when the pieces of a stream arrived, and that the harness left it, through a journal and back', () => {
    const times = { startedAt: 0, dequeued: 1, pieces: [{ end: 9, at: 12.5 }], end: 20 };
    const record = recordExchange({ ...exchange(Buffer.from('data: 1\n\n')), aborted: true, times });
    const event = { event: 'exchange', instance: 'a.b', at: 0, step: 'request', attempt: 1, identity: 'default' };
    const read = parseEvent(JSON.stringify({ ...event, exchange: record }), { file: 'journal.ndjson', line: 1 });
    expect(read).toMatchObject({ ok: true, value: { exchange: { aborted: true, times } } });
  });
});
