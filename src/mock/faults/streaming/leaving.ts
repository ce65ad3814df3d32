import type { Fault } from '../fault.js';
import { errorOf } from '../making/responses.js';
import { onModelApis } from '../making/where.js';
import { type Events, streamsWith, watched, withEvents } from '../making/whole-streams.js';

export const leavingFaults: readonly Fault[] = [
  {
    id: 'streaming.model-goes-on',
    sentence: 'The model writes on to the end when the client has left.',
    breaks: ['STREAM-56'],
    seen: 'QuantumNous/new-api#4184',
    deviate: streamsWith(
      () => undefined,
      (message, events) => withEvents(message, toTheEnd(events)),
    ),
  },
  {
    id: 'streaming.left-and-stuck',
    sentence: 'The next request after a client has left fails.',
    breaks: ['STREAM-55'],
    seen: 'sgl-project/sglang#36475',
    deviate: () => {
      let broken = 0;
      const over = (how: 'ended' | 'left') => {
        if (how === 'left') broken += 1;
      };
      return {
        at: 'message',
        change: (message, asked) => {
          if (broken > 0 && asked.api !== undefined) {
            broken -= 1;
            return errorOf(500, 'INTERNAL_ERROR', 'The worker is gone.');
          }
          const { body } = message;
          return body.kind === 'events' ? withEvents(message, watched(body.events, over)) : message;
        },
      };
    },
  },
  {
    id: 'streaming.left-to-the-next',
    sentence: 'What a client did not read of a stream goes before the next stream.',
    breaks: ['STREAM-55'],
    deviate: streamsWith(
      () => ({ left: new Map<string, Events>() }),
      (message, events, { left }, { api = '' }) => {
        const before = left.get(api);
        left.delete(api);
        const mine = keptWhenLeft(events, (rest) => left.set(api, rest));
        return withEvents(message, before === undefined ? mine : oneAfterOther(before, mine));
      },
      onModelApis,
    ),
  },
];

function toTheEnd(events: Events): Events {
  return keptWhenLeft(events, (rest) => void [...rest]);
}

/** Events that are not given up when nobody asks for more of them. */
function keptWhenLeft(events: Events, keep: (rest: Events) => void): Events {
  return {
    [Symbol.iterator]() {
      const source = events[Symbol.iterator]();
      return {
        next: () => source.next(),
        return() {
          keep({ [Symbol.iterator]: () => ({ next: () => source.next() }) });
          return { done: true, value: undefined };
        },
      };
    },
  };
}

function* oneAfterOther(before: Events, events: Events): Events {
  yield* before;
  yield* events;
}
