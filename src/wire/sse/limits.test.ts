import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSseDecoder, decodeSse } from './decoder.js';
import { defaultSseLimits } from './limits.js';
import { cutAt } from './testing/streams.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a stream exactly at its limits', () => {
  it('is read without a fault', () => {
    const stream = Buffer.from('data: 1\r\n\r\ndata: 2\n\n');
    const limits = { bytes: stream.length, frames: 2, lines: 4, lineBytes: 7 };
    expect(decodeSse(stream, limits)).toEqual(decodeSse(stream));
    expect(decodeSse(stream, limits).faults).toEqual([]);
  });
});

describe('beyond a limit', () => {
  it.each([
    ['bytes', { bytes: 15 }],
    ['lines', { lines: 3 }],
    ['the bytes of a line', { lineBytes: 8 }],
  ])('of %s, the open frame is kept as cut, with no fault of its own', (_name, limits) => {
    const { frames, faults } = decodeSse(Buffer.from('data: 1\n\ndata: 2\ndata: more\n\n'), limits);
    expect(frames.map(({ outcome }) => outcome)).toEqual(['dispatched', 'cut']);
    expect(faults).toHaveLength(1);
  });

  it('the rest is only counted', () => {
    const decoder = createSseDecoder({ frames: 1 });
    expect(decoder.push(Buffer.from('data: 1\n\n'), 0)).toHaveLength(1);
    expect(decoder.stopped()).toBe(false);
    expect(decoder.push(Buffer.from('data: 2\n\n'), 0)).toEqual([]);
    expect(decoder.stopped()).toBe(true);
    expect(decoder.push(Buffer.from('data: 3\n\n'), 0)).toEqual([]);
    expect(decoder.end()).toMatchObject({
      frames: [{ data: '1' }],
      faults: [{ code: 'too-many-frames' }],
      byteLength: 27,
    });
  });

  it('a CR that the limit parts from its LF ends its line', () => {
    const { frames, faults } = decodeSse(Buffer.from('data: 1\r\n\r\n'), { bytes: 8 });
    expect(frames).toMatchObject([{ outcome: 'cut', data: '1', lineEnd: 'cr' }]);
    expect(faults).toMatchObject([{ code: 'too-many-bytes', offset: 8 }]);
  });

  it('a character that the limit cuts is not held against the stream', () => {
    const { faults } = decodeSse(Buffer.from('data: 😀\n\n'), { bytes: 8 });
    expect(faults.map(({ code }) => code)).toEqual(['too-many-bytes']);
  });
});

describe('what is kept stays bounded', () => {
  it('for a million tiny frames', () => {
    const { frames, faults, byteLength } = decodeSse(Buffer.from('x\n\n'.repeat(1_000_000)));
    expect(frames).toHaveLength(defaultSseLimits.frames);
    expect(faults).toMatchObject([{ code: 'too-many-frames', offset: 3 * defaultSseLimits.frames }]);
    expect(byteLength).toBe(3_000_000);
  });

  it('for a frame of endless tiny lines', () => {
    const { frames, faults } = decodeSse(Buffer.from(':\n'.repeat(1_500_000)));
    expect(frames).toHaveLength(1);
    expect(frames[0]?.comments).toHaveLength(defaultSseLimits.lines);
    expect(faults.map(({ code }) => code)).toEqual(['too-many-lines']);
  });

  it('for one endless line', () => {
    const decoder = createSseDecoder({ lineBytes: 100_000 });
    const chunk = Buffer.alloc(64 * 1024, 0x61);
    for (let count = 0; count < 1000; count += 1) decoder.push(chunk, 0);
    const { frames, faults } = decoder.end();
    expect(frames.map(({ bytes }) => bytes.length)).toEqual([100_000]);
    expect(faults).toMatchObject([{ code: 'line-too-long', offset: 100_000 }]);
  });

  it('for a stream in which every byte is a fault', () => {
    const { faults } = decodeSse(Buffer.alloc(100_000, 0xff));
    expect(faults).toMatchObject([{ code: 'invalid-utf8', count: 100_000 }, { code: 'frame-cut-in-line' }]);
  });
});

describe('the work grows with the bytes, not with their square', () => {
  const total = 20_000;

  it.each([
    ['one line', Buffer.alloc(total, 0x61)],
    ['one frame of many lines', Buffer.from('data: 12\n'.repeat(total / 10))],
    ['many frames', Buffer.from('data: 1\n\n'.repeat(total / 10))],
  ])('for %s in single bytes, in chunks of any size, and as a whole', (_name, stream) => {
    for (const size of [1, 7, 4096, stream.length]) {
      const places = Array.from({ length: Math.floor(stream.length / size) }, (_none, index) => index * size);
      const { copied, decoded } = workOf(cutAt(stream, places));
      expect(decoded).toBeGreaterThan(stream.length / 2);
      expect(decoded).toBeLessThanOrEqual(stream.length);
      expect(copied).toBeGreaterThanOrEqual(stream.length);
      // Into the line, into the frame, and for each of them what doubling copies, which is less than once more.
      expect(copied).toBeLessThanOrEqual(4 * stream.length);
    }
  });
});

/** Bytes that were copied together, and bytes that were decoded to text. */
function workOf(chunks: readonly Uint8Array[]) {
  const copies = vi.spyOn(Uint8Array.prototype, 'set');
  const decodings = vi.spyOn(TextDecoder.prototype, 'decode');
  const decoder = createSseDecoder();
  for (const chunk of chunks) decoder.push(chunk, 0);
  decoder.end();
  const lengths = (calls: readonly (readonly unknown[])[]) =>
    calls.reduce((sum, [bytes]) => sum + (bytes as Uint8Array).length, 0);
  const work = { copied: lengths(copies.mock.calls), decoded: lengths(decodings.mock.calls) };
  vi.restoreAllMocks();
  return work;
}
