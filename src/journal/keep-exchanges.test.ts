import { describe, expect, it } from 'vitest';
import { type JournalEvent, joinEvents, type KeptExchanges, keepExchanges } from './index.js';
import {
  endedEvent,
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  plannedEvent,
  runEvent,
} from './testing/make-events.js';

/** What comes into the journal of what is written, and whether it was closed. */
function keeping(whose: KeptExchanges, most?: number) {
  const written: JournalEvent[] = [];
  let closed = false;
  const journal = {
    write: (event: JournalEvent) => void written.push(event),
    rename: () => {},
    close: () => {
      closed = true;
    },
  };
  return { written, isClosed: () => closed, journal: keepExchanges(journal, whose, most) };
}

const inFull = (events: readonly JournalEvent[]) =>
  events.flatMap((event) => (event.event === 'exchange' && event.summary === undefined ? [event.instance] : []));
const inBrief = (events: readonly JournalEvent[]) =>
  events.flatMap((event) => (event.event === 'exchange' && event.summary === true ? [event.instance] : []));

const everyVerdict: readonly JournalEvent[] = [
  ...(['passed', 'observed', 'failed', 'warned', 'inconclusive', 'error'] as const).flatMap((verdict) => [
    exchangeEvent(verdict),
    finishedEvent(verdict, verdict),
  ]),
  exchangeEvent('flaky'),
  finishedEvent('flaky', 'passed', { flaky: true }),
];

describe('the exchanges that a journal keeps', () => {
  it('are in full for what did not go as it should, and in brief for the rest', () => {
    const { written, journal } = keeping('failed');
    for (const event of everyVerdict) journal.write(event);
    expect(inBrief(written)).toEqual(['passed', 'observed']);
    expect(inFull(written)).toEqual(['failed', 'warned', 'inconclusive', 'error', 'flaky']);
  });

  it('are all in full, or all in brief, when that is asked for', () => {
    const all = keeping('all');
    const none = keeping('none');
    for (const event of everyVerdict) {
      all.journal.write(event);
      none.journal.write(event);
    }
    expect(all.written).toEqual(everyVerdict);
    expect(inFull(none.written)).toEqual([]);
    expect(inBrief(none.written)).toHaveLength(7);
  });

  it('stand before the result of their instance, in their order', () => {
    const { written, journal } = keeping('failed');
    journal.write(exchangeEvent('a', { attempt: 1 }));
    journal.write(exchangeEvent('b'));
    journal.write(exchangeEvent('a', { attempt: 2 }));
    expect(written).toEqual([]);
    journal.write(finishedEvent('a', 'passed'));
    expect(written.map((event) => [event.event, 'attempt' in event && event.attempt])).toEqual([
      ['exchange', 1],
      ['exchange', 2],
      ['finished', false],
    ]);
  });

  it('are in full for an instance that never finishes', () => {
    const { written, journal } = keeping('failed');
    journal.write(exchangeEvent('a'));
    journal.write(endedEvent({ interrupted: true }));
    expect(written).toEqual([exchangeEvent('a'), endedEvent({ interrupted: true })]);
    const broken = keeping('failed');
    broken.journal.write(exchangeEvent('a'));
    broken.journal.close();
    expect(inFull(broken.written)).toEqual(['a']);
    expect(broken.isClosed()).toBe(true);
  });

  it('do not wait when there is no room for them, and are then in full', () => {
    const text = 'x'.repeat(10_000);
    const large = (instance: string) =>
      exchangeEvent(instance, {
        exchange: exchangeRecord({
          response: { status: 200, headers: [], body: { kind: 'text', text, bytes: text.length } },
        }),
      });
    const { written, journal } = keeping('failed', 30_000);
    for (let count = 0; count < 100; count += 1) journal.write(large('many'));
    // Two found room; with the third all are written, and whatever follows at once.
    expect(inFull(written)).toHaveLength(100);
    journal.write(finishedEvent('many', 'passed'));
    journal.write(large('few'));
    journal.write(finishedEvent('few', 'passed'));
    expect(inBrief(written)).toEqual(['few']);
  });
});

describe('an exchange in brief', () => {
  const { written, journal } = keeping('none');
  journal.write(
    exchangeEvent('a', {
      retried: '429',
      waits: { quota: 500 },
      exchange: exchangeRecord({
        request: {
          method: 'POST',
          url: 'https://main.example.com/ai-gateway',
          headers: [
            ['Content-Type', 'application/json'],
            ['User-Agent', 'test'],
          ],
          body: { kind: 'binary', base64: 'AAEC', bytes: 3 },
        },
        response: {
          status: 200,
          headers: [
            ['content-type', 'text/event-stream'],
            ['X-Request-Id', 'abc'],
            ['set-cookie', 'no'],
          ],
          body: { kind: 'empty', bytes: 0 },
        },
        times: { startedAt: 1, firstByte: 2, pieces: [{ end: 10, at: 3 }], end: 4 },
      }),
    }),
  );

  it('says who asked for what, how it went and how long it took, and not what was said', () => {
    expect(written[0]).toEqual({
      ...exchangeEvent('a', { retried: '429', waits: { quota: 500 } }),
      summary: true,
      exchange: {
        request: {
          method: 'POST',
          url: 'https://main.example.com/ai-gateway',
          headers: [['Content-Type', 'application/json']],
          body: { kind: 'text', text: '', bytes: 3, cut: true },
        },
        response: {
          status: 200,
          headers: [
            ['content-type', 'text/event-stream'],
            ['X-Request-Id', 'abc'],
          ],
          body: { kind: 'empty', bytes: 0 },
        },
        times: { startedAt: 1, firstByte: 2, end: 4 },
      },
    });
  });

  it('is read back like any other', () => {
    const read = joinEvents(runEvent(), [plannedEvent('a'), ...written]);
    expect(read.instances[0]?.exchanges).toEqual(written);
  });
});
