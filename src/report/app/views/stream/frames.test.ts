import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSse } from '../../../../wire/index.js';
import { splitFrames } from './frames.js';

const outcomes = { dispatched: 'event', ignored: 'ignored', cut: 'cut' } as const;

/** What the strict decoder, which shares no code with this, makes of the same bytes. */
function decoded(text: string) {
  return decodeSse(Buffer.from(text)).frames.map(({ index, outcome, offset, bytes, event, data }) => ({
    index,
    outcome: outcomes[outcome],
    text: Buffer.from(bytes).toString(),
    bytes: bytes.length,
    end: offset + bytes.length,
    ...(event === undefined ? {} : { event }),
    ...(data === undefined ? {} : { data }),
  }));
}

const line = fc.oneof(
  fc.constantFrom(
    'data: {"a":1}',
    'data:x',
    'data',
    'event: ping',
    'event:',
    ': keep-alive',
    'id: 7',
    'retry: 10',
    'Data: no',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n\ufeff\0]/g, '')),
);
const stream = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\r\r', '\r')), { maxLength: 20 })
  .map((lines) => lines.map(([text, end]) => text + end).join(''));

describe('splitting an event stream', () => {
  it('finds the frames that the strict decoder finds', () => {
    fc.assert(
      fc.property(stream, fc.constantFrom('', 'data: cut', ': cut'), (text, rest) => {
        expect(splitFrames(text + rest)).toEqual(decoded(text + rest));
      }),
    );
  });

  it('keeps every character, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(stream, fc.string())).map((parts) => parts.join('')),
        (text) => {
          expect(
            splitFrames(text)
              .map((frame) => frame.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('counts bytes as they were on the wire', () => {
    expect(splitFrames('\ufeffdata: é😀\n\n')).toMatchObject([{ data: 'é😀', bytes: 17, end: 17 }]);
  });

  it('sees no event in what was cut', () => {
    expect(splitFrames('data: a\n\ndata: b\n').map(({ outcome }) => outcome)).toEqual(['event', 'cut']);
  });
});
