import { createParser, type EventSourceMessage } from 'eventsource-parser';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeSse } from './decoder.js';
import type { SseStream } from './frame.js';
import { anyStream, legalStream } from './testing/streams.js';

it('finds no fault in a legal stream, and reads it as eventsource-parser does', () => {
  fc.assert(
    fc.property(legalStream, (stream) => {
      const decoded = decodeSse(Buffer.from(stream));
      expect(decoded.faults).toEqual([]);
      expect(decoded.frames.some(({ outcome }) => outcome === 'cut')).toBe(false);
      expect(dispatchedIn(decoded)).toEqual(secondOpinion(stream).events);
      expect(decoded.frames.flatMap(({ comments }) => comments)).toEqual(secondOpinion(stream).comments);
    }),
    { numRuns: 1000 },
  );
});

it('reads any bytes as the text of the standard does when it is followed to the letter', () => {
  fc.assert(
    fc.property(anyStream, (bytes) => {
      expect(dispatchedIn(decodeSse(bytes))).toEqual(toTheLetter(bytes));
    }),
    { numRuns: 2000 },
  );
});

interface Dispatched {
  readonly event: string;
  readonly data: string;
  readonly id: string | undefined;
}

function dispatchedIn({ frames }: SseStream): readonly Dispatched[] {
  return frames
    .filter(({ outcome }) => outcome === 'dispatched')
    .map(({ event, data, id }) => ({ event: event || 'message', data: data ?? 'absent', id }));
}

function secondOpinion(stream: string) {
  const events: Dispatched[] = [];
  const comments: string[] = [];
  const parser = createParser({
    onEvent: ({ event, data, id }: EventSourceMessage) => events.push({ event: event ?? 'message', data, id }),
    onComment: (comment) => comments.push(comment),
  });
  parser.feed(stream);
  // It keeps a last CR back until another line ends; one with an unknown field changes nothing.
  parser.feed('x\n');
  return { events, comments };
}

/** WHATWG HTML section 9.2.6, step by step on the whole text; `id` is that of the block alone. */
function toTheLetter(bytes: Uint8Array): readonly Dispatched[] {
  const events: Dispatched[] = [];
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/);
  // What follows the last line end is no line that anything could dispatch.
  let [event, data, id]: [string, string, string | undefined] = ['', '', undefined];
  for (const line of lines.slice(0, -1)) {
    if (line === '') {
      if (data !== '') events.push({ event: event || 'message', data: data.replace(/\n$/, ''), id });
      [event, data, id] = ['', '', undefined];
      continue;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data += `${value}\n`;
    if (name === 'id' && !value.includes('\0')) id = value;
  }
  return events;
}
