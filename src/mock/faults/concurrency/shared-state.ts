import type { Fault } from '../fault.js';
import { replace } from '../making/edit.js';
import { errorOf, withHeaders } from '../making/responses.js';
import { editedEvent } from '../making/streams.js';
import { messages, on, onModelApis, responses } from '../making/where.js';
import { type Events, streamsWith, watched, withEvents } from '../making/whole-streams.js';

export const sharedStateFaults: readonly Fault[] = [
  {
    id: 'concurrency.block-index-shared',
    sentence: 'The blocks of Messages streams that are open at the same time are numbered together.',
    breaks: ['STREAM-54'],
    seen: 'PostHog/posthog!72287',
    deviate: streamsWith(
      () => ({ open: 0 }),
      (message, events, memory) => {
        const index = memory.open;
        memory.open += 1;
        const over = () => {
          memory.open -= 1;
        };
        return withEvents(message, watched(numberedFrom(events, index), over));
      },
      on(messages),
    ),
  },
  {
    id: 'concurrency.sequence-number-shared',
    sentence: 'The events of all Responses streams are numbered together.',
    breaks: ['STREAM-54'],
    deviate: streamsWith(
      () => ({ number: 0 }),
      (message, events, memory) => withEvents(message, numberedTogether(events, memory)),
      on(responses),
    ),
  },
  {
    id: 'concurrency.stream-ends-with-another',
    sentence: 'A stream ends when another one that began after it ends.',
    breaks: ['STREAM-54'],
    deviate: streamsWith(
      () => ({ latestEnded: -1, begun: 0 }),
      (message, events, memory) => {
        const mine = memory.begun;
        memory.begun += 1;
        const over = () => {
          memory.latestEnded = Math.max(memory.latestEnded, mine);
        };
        return withEvents(
          message,
          watched(
            until(events, () => memory.latestEnded > mine),
            over,
          ),
        );
      },
      onModelApis,
    ),
  },
  {
    id: 'concurrency.queued',
    sentence:
      'A stream that is asked for while sixteen others are under way is answered with 202 and a place in a queue.',
    breaks: ['STREAM-54'],
    seen: 'headroomlabs-ai/headroom#1949',
    deviate: whenCrowded((message) => ({
      ...withHeaders(message, { 'content-type': 'application/json' }),
      status: 202,
      body: { kind: 'json', value: { status: 'queued', position: 1 } },
    })),
  },
  {
    id: 'concurrency.worker-lost',
    sentence: 'A stream that is asked for while sixteen others are under way fails.',
    breaks: ['STREAM-54'],
    deviate: whenCrowded(() => errorOf(500, 'INTERNAL_ERROR', 'No worker is free.')),
  },
];

function whenCrowded(otherwise: (message: Parameters<typeof withHeaders>[0]) => ReturnType<typeof withHeaders>) {
  return streamsWith(
    () => ({ open: 0 }),
    (message, events, memory) => {
      if (memory.open >= 16) return otherwise(message);
      memory.open += 1;
      const over = () => {
        memory.open -= 1;
      };
      return withEvents(message, watched(events, over));
    },
    onModelApis,
  );
}

function* numberedFrom(events: Events, index: number): Events {
  for (const event of events)
    yield editedEvent(
      event,
      replace('$.index', (own: unknown) => Number(own) + index),
    );
}

function* numberedTogether(events: Events, memory: { number: number }): Events {
  for (const event of events) {
    yield editedEvent(event, replace('$.sequence_number', memory.number));
    memory.number += 1;
  }
}

function* until(events: Events, isOver: () => boolean): Events {
  for (const event of events) {
    if (isOver()) return;
    yield event;
  }
}
