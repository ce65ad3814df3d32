import type { ServerSentEvent } from '../server-sent-events.js';
import type { StreamRecord } from '../upstream-log.js';

/**
 * Events that tell a record how far they were asked for. An iterator and not a generator, because a generator that was
 * never asked for its first value does not notice that it is given up.
 */
export function recordedEvents(events: Iterable<ServerSentEvent>, record: StreamRecord): Iterable<ServerSentEvent> {
  return {
    [Symbol.iterator]() {
      const source = events[Symbol.iterator]();
      return {
        next() {
          const step = source.next();
          if (step.done === true) record.ended();
          else record.sent();
          return step;
        },
        return() {
          record.left();
          source.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
