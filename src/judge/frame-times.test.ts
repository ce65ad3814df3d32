import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseDecoder, decodeSse } from '../wire/index.js';
import { frameTimes } from './frame-times.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the arrival of a frame', () => {
  it('is that of its last byte', () => {
    const framing = decodeSse(bytes('data: 1\n\ndata: 2\n\ndata: 3\n\n'));
    const pieces = [
      { end: 9, at: 10 },
      { end: 17, at: 20 },
      { end: 27, at: 30 },
    ];
    expect(frameTimes(framing, pieces)).toEqual([10, 30, 30]);
  });

  it('is unknown where the pieces end before it, and where there are none', () => {
    const framing = decodeSse(bytes('data: 1\n\ndata: 2\n\n'));
    expect(frameTimes(framing, [{ end: 9, at: 10 }])).toEqual([10]);
    expect(frameTimes(framing, [])).toEqual([]);
  });

  it('is what a decoder says that sees the pieces as they come', () => {
    const stream = fc.array(fc.constantFrom('data: x\n', '\n', ': alive\n', 'event: y\n'), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(stream, fc.array(fc.nat(), { maxLength: 8 }), (lines, places) => {
        const body = bytes(lines.join(''));
        const ends = [...new Set([...places.map((place) => (place % body.length) + 1), body.length])].sort(
          (one, other) => one - other,
        );
        const decoder = createSseDecoder();
        for (const [index, end] of ends.entries()) decoder.push(body.subarray(ends[index - 1] ?? 0, end), index);
        const pieces = ends.map((end, at) => ({ end, at }));
        expect(frameTimes(decodeSse(body), pieces)).toEqual(decoder.end().frames.map(({ at }) => at));
      }),
    );
  });
});
