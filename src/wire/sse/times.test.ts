import { expect, it } from 'vitest';
import { createSseDecoder } from './decoder.js';
import type { SseLimits } from './limits.js';

it('gives a frame the times of its first and last byte', () => {
  expect(timesOf(['data: x', '\n', '\ndata: y\n\n', 'data'])).toEqual([
    [0, 2],
    [2, 2],
    [3, 3],
  ]);
});

it('gives a frame that ends with CR the time of the CR, though only the next byte completes it', () => {
  const decoder = createSseDecoder();
  expect(decoder.push(Buffer.from('data: x\r\r'), 10)).toEqual([]);
  expect(decoder.push(Buffer.from('data: y\r\r'), 20)).toMatchObject([{ data: 'x', startedAt: 10, at: 10 }]);
  expect(decoder.end().frames[1]).toMatchObject({ data: 'y', startedAt: 20, at: 20 });
});

it('gives a frame that ends with CRLF the time of the LF', () => {
  expect(timesOf(['data: x\r\n\r', '\n'])).toEqual([[0, 1]]);
});

it('lets an empty chunk change no time', () => {
  expect(timesOf(['data', '', ': x\n\n', ''])).toEqual([[0, 2]]);
});

it('gives a frame whose first line comes in many pieces the time of the first', () => {
  expect(timesOf(['d', 'a', 'ta: x\n', '\n'])).toEqual([[0, 3]]);
});

it('gives a frame that a limit cuts the time of the last byte that was kept', () => {
  expect(timesOf(['data', 'x'], { lineBytes: 4 })).toEqual([[0, 0]]);
});

/** The chunks arrive at 0, 1, 2 … */
function timesOf(chunks: readonly string[], limits: Partial<SseLimits> = {}) {
  const decoder = createSseDecoder(limits);
  chunks.forEach((chunk, at) => {
    decoder.push(Buffer.from(chunk), at);
  });
  return decoder.end().frames.map(({ startedAt, at }) => [startedAt, at]);
}
