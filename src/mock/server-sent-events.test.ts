import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeEvent, type ServerSentEvent } from './server-sent-events.js';

/** What a client would read. */
function read(text: string): readonly ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => events.push({ ...(event !== undefined && { event }), data }),
    onError: (error) => {
      throw error;
    },
  });
  parser.feed(text);
  return events;
}

describe('an event', () => {
  it.each<[event: ServerSentEvent, text: string]>([
    [{ data: '[DONE]' }, 'data: [DONE]\n\n'],
    [{ event: 'ping', data: '{}' }, 'event: ping\ndata: {}\n\n'],
    [{ data: ' one\r\ntwo\rthree\n' }, 'data:  one\ndata: two\ndata: three\ndata: \n\n'],
    [{ data: 'größte 🙂' }, 'data: größte 🙂\n\n'],
  ])('%j is written as %j', (event, text) => {
    expect(encodeEvent(event)).toBe(text);
  });

  it('is read as it was meant, whatever its data hold', () => {
    const event = fc.record(
      { event: fc.stringMatching(/^[a-z_.]+$/), data: fc.string({ unit: 'binary' }) },
      { requiredKeys: ['data'] },
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const meant = events.map((one) => ({ ...one, data: one.data.replaceAll(/\r\n?/g, '\n') }));
        expect(read(events.map(encodeEvent).join(''))).toEqual(meant);
      }),
    );
  });
});
