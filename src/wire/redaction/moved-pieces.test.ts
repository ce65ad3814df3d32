import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.js';
import { movedPieces } from './moved-pieces.js';
import { createRedactor } from './redactor.js';

const secret = 'dapi-secret-of-a-test';
const redactor = createRedactor([secret]);
const frames = [`data: one\n\n`, `data: ${secret} and ${secret}\n\n`, 'data: three\n\n'];

function arrived(coding: readonly (readonly [string, string])[] = []): Exchange {
  const ends = frames.map((_, index) => Buffer.byteLength(frames.slice(0, index + 1).join('')));
  return {
    request: { method: 'GET', url: 'http://gateway.test/', headers: [] },
    response: {
      status: 200,
      headers: [['content-type', 'text/event-stream'], ...coding],
      body: Buffer.from(frames.join('')),
    },
    times: { startedAt: 0, end: 9, pieces: ends.map((end, index) => ({ end, at: index })) },
  };
}

describe('the pieces of a body that held a secret', () => {
  it('end where the bytes that are shown do', () => {
    const { response, times } = redactor.exchange(arrived());
    const shown = Buffer.from(response?.body ?? []);
    expect(shown.toString()).not.toContain(secret);
    expect(times.pieces?.map(({ end }) => shown.subarray(end - 2, end).toString())).toEqual(['\n\n', '\n\n', '\n\n']);
    expect(times.pieces?.at(-1)?.end).toBe(shown.byteLength);
  });

  it('are left out where the whole body is', () => {
    expect(redactor.exchange(arrived([['content-encoding', 'unknown']])).times.pieces).toEqual([]);
  });

  it('are the same where there is no secret', () => {
    const exchange = arrived();
    expect(createRedactor(['another-secret']).exchange(exchange).times.pieces).toBe(exchange.times.pieces);
  });

  it('stay in order, and behind a mark when they ended within a secret', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), fc.integer({ min: 0, max: 15 }), (ends, markLength) => {
        const ranges = [[5, 12] as const, [12, 20] as const, [40, 41] as const];
        const moved = movedPieces(
          ends.toSorted((one, other) => one - other).map((end) => ({ end, at: 0 })),
          ranges,
          markLength,
        ).map(({ end }) => end);
        expect(moved).toEqual(moved.toSorted((one, other) => one - other));
        const marks = [5, 5 + markLength, 2 * markLength + 25];
        for (const mark of marks) expect(moved.some((end) => end > mark && end < mark + markLength)).toBe(false);
      }),
    );
  });
});
