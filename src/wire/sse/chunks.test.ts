import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseDecoder, decodeSse } from './decoder.js';
import type { SseStream } from './frame.js';
import type { SseLimits } from './limits.js';
import { anyStream, cutAt, inSingleBytes, legalStream } from './testing/streams.js';

const someStream = fc.oneof(
  anyStream,
  legalStream.map((stream) => Uint8Array.from(Buffer.from(stream))),
);
const someLimits = fc.record<Partial<SseLimits>>(
  { bytes: fc.nat(60), frames: fc.nat(6), lines: fc.nat(12), lineBytes: fc.nat(12) },
  { requiredKeys: [] },
);

describe('however a stream is cut into chunks', () => {
  it('gives the same frames and faults', () => {
    fc.assert(
      fc.property(someStream, fc.array(fc.nat(), { maxLength: 12 }), (bytes, places) => {
        expect(decodeChunks(cutAt(bytes, places))).toEqual(decodeSse(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same frames and faults for single bytes, within limits and beyond', () => {
    fc.assert(
      fc.property(someStream, someLimits, (bytes, limits) => {
        expect(decodeChunks(inSingleBytes(bytes), limits)).toEqual(decodeSse(bytes, limits));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives out every frame once, in order, with the last of them at the end', () => {
    fc.assert(
      fc.property(someStream, fc.array(fc.nat(), { maxLength: 12 }), (bytes, places) => {
        const decoder = createSseDecoder();
        const live = cutAt(bytes, places).flatMap((chunk) => [...decoder.push(chunk, 0)]);
        const { frames } = decoder.end();
        expect(frames.slice(0, live.length)).toEqual(live);
        expect(frames.length - live.length).toBeLessThanOrEqual(2);
        expect(frames.map(({ index }) => index)).toEqual(frames.map((_frame, index) => index));
      }),
    );
  });

  it('loses no byte: the frames make up the stream', () => {
    fc.assert(
      fc.property(someStream, (bytes) => {
        const { frames, byteLength } = decodeChunks(inSingleBytes(bytes));
        expect(byteLength).toBe(bytes.length);
        expect(Buffer.concat(frames.map((frame) => frame.bytes))).toEqual(Buffer.from(bytes));
        let offset = 0;
        for (const frame of frames) {
          expect(frame.offset).toBe(offset);
          offset += frame.bytes.length;
        }
      }),
    );
  });
});

it.each([
  ['within CRLF', ['data: x\r', '\n\r', '\n']],
  ['within CRLF of the blank line', ['data: x\r\n\r', '\n']],
  ['between CR and another line', ['data: x\r\n', '\r\n']],
])('reads a border %s as one line end', (_name, chunks) => {
  const { frames, faults } = decodeChunks(chunks.map((chunk) => Buffer.from(chunk)));
  expect(faults).toEqual([]);
  expect(frames).toMatchObject([{ outcome: 'dispatched', data: 'x', lineEnd: 'crlf' }]);
});

it.each([1, 2, 3])('reads a border %i bytes into a character as that character', (bytes) => {
  const stream = Buffer.from('data: 😀\n\n');
  const { frames, faults } = decodeChunks(cutAt(stream, [6 + bytes]));
  expect(faults).toEqual([]);
  expect(frames).toMatchObject([{ data: '😀' }]);
});

it('keeps what it gave out when the caller uses the memory of a chunk again', () => {
  const decoder = createSseDecoder();
  const memory = Buffer.from('data: one\n\ndata: two');
  const [first] = decoder.push(memory, 0);
  memory.fill(0x78);
  decoder.push(Buffer.from('\n\n'), 0);
  expect(decoder.end().frames).toMatchObject([{ data: 'one' }, { data: 'two' }]);
  expect(Buffer.from(first?.bytes ?? []).toString()).toBe('data: one\n\n');
});

function decodeChunks(chunks: readonly Uint8Array[], limits: Partial<SseLimits> = {}): SseStream {
  const decoder = createSseDecoder(limits);
  for (const chunk of chunks) decoder.push(chunk, 0);
  return decoder.end();
}
