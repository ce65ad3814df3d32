import { setImmediate, setTimeout } from 'node:timers/promises';
import { encodeEvent, type ServerSentEvent } from './server-sent-events.js';

/**
 * Waited for before each event of a stream: the one place that decides when events are sent. `left` is aborted as soon
 * as the client leaves; what is waited for then is in vain. A pace that rejects breaks the stream.
 */
export type Pace = (left: AbortSignal) => Promise<void>;

/** As fast as the client reads. The turn of the event loop lets each event be written before the next one is made. */
export const unpaced: Pace = () => setImmediate();

/** Waits before each event, the first one and the end included, as a model takes its time. */
export function waiting(milliseconds: number): Pace {
  return async (left) => {
    try {
      await setTimeout(milliseconds, undefined, { signal: left });
    } catch (error) {
      // The client is gone, which is nobody's mistake.
      if (!left.aborted) throw error;
    }
  };
}

/** The bytes of events, one chunk for each. An event is made when it is asked for, never ahead of the client. */
export function eventStream(events: Iterable<ServerSentEvent>, pace: Pace): ReadableStream<Uint8Array> {
  const source = events[Symbol.iterator]();
  const encoder = new TextEncoder();
  const left = new AbortController();
  return new ReadableStream(
    {
      async pull(sink) {
        await pace(left.signal);
        if (left.signal.aborted) return;
        const next = source.next();
        if (next.done === true) sink.close();
        else sink.enqueue(encoder.encode(encodeEvent(next.value)));
      },
      cancel() {
        left.abort();
        source.return?.();
      },
    },
    // The default of 1 would make one event ahead.
    { highWaterMark: 0 },
  );
}
