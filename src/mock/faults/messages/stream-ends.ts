import type { Deviation } from '../../deviation/deviation.js';
import { encodeEvent, type ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { withMember } from '../making/requests.js';
import { respond } from '../making/responses.js';
import { drop, editEvents, editedEvent, endAt, exchange, having, named } from '../making/streams.js';
import { asking, both, messages, on } from '../making/where.js';
import { eventOf } from './event.js';

const here = on(messages);
const lastDelta = named('message_delta');

export const streamEndFaults: readonly Fault[] = [
  {
    id: 'messages.stream-without-message-delta',
    sentence: 'A stream ends without a message_delta.',
    breaks: ['STREAM-32'],
    deviate: drop(here, lastDelta),
  },
  {
    id: 'messages.stream-delta-without-usage',
    sentence: 'The message_delta of a stream has no usage.',
    breaks: ['STREAM-32'],
    deviate: editEvents(here, lastDelta, remove('$.usage')),
  },
  {
    id: 'messages.stream-delta-without-output',
    sentence: 'The message_delta of a stream does not count the output tokens.',
    breaks: ['STREAM-32'],
    deviate: editEvents(here, lastDelta, remove('$.usage.output_tokens')),
  },
  {
    id: 'messages.stream-delta-without-delta',
    sentence: 'The message_delta of a stream states its stop_reason beside the delta.',
    breaks: ['STREAM-32'],
    deviate: exchange(here, lastDelta, () => [
      eventOf('message_delta', { stop_reason: 'end_turn', usage: { output_tokens: 9 } }),
    ]),
  },
  {
    id: 'messages.stream-without-stop-reason',
    sentence: 'The stop_reason of a stream stays null.',
    breaks: ['STREAM-32'],
    deviate: editEvents(here, lastDelta, replace('$.delta.stop_reason', null)),
  },
  {
    id: 'messages.stream-usage-erased',
    sentence: 'The message_delta of a stream says that there were no input tokens.',
    breaks: ['STREAM-32'],
    deviate: editEvents(here, lastDelta, replace('$.usage.input_tokens', 0)),
  },
  {
    id: 'messages.stream-block-behind-delta',
    sentence: 'A block comes behind the message_delta of a stream.',
    breaks: ['STREAM-32'],
    deviate: exchange(here, lastDelta, (event) => [
      event,
      eventOf('content_block_start', { index: 1, content_block: { type: 'text', text: '' } }),
      eventOf('content_block_stop', { index: 1 }),
    ]),
  },
  {
    id: 'messages.stream-refusal-as-end-turn',
    sentence: 'A stream in which the model declines ends with end_turn.',
    breaks: ['STREAM-47'],
    deviate: editEvents(
      here,
      lastDelta,
      replace('$.delta.stop_reason', (reason: unknown) => (reason === 'refusal' ? 'end_turn' : reason)),
    ),
  },
  {
    id: 'messages.eager-stream-never-stops',
    sentence: 'A stream of a tool with eager_input_streaming ends in the middle of the input.',
    breaks: ['STREAM-23'],
    deviate: endAt(both(here, asking('$.tools[*].eager_input_streaming')), having('$.delta.partial_json'), {
      included: true,
    }),
  },
  {
    id: 'messages.streams-share-their-indices',
    sentence: 'Streams that are sent at the same time count their blocks together.',
    breaks: ['STREAM-54'],
    seen: 'PostHog/posthog!72287',
    deviate: countedTogether,
  },
  {
    id: 'messages.refusal-in-a-stream',
    sentence: 'A request for a stream that is refused gets a stream with the error.',
    breaks: ['STREAM-21'],
    deviate: respond(both(here, withMember('stream', true)), (message) =>
      message.status < 400
        ? message
        : {
            status: 200,
            headers: { ...message.headers, 'content-type': 'text/event-stream' },
            body: {
              kind: 'text',
              text: encodeEvent(eventOf('error', { error: { type: 'api_error', message: 'No.' } })),
            },
          },
    ),
  },
];

function countedTogether(): Deviation {
  let open = 0;
  function* counted(events: Iterable<ServerSentEvent>) {
    const others = open;
    open += 1;
    try {
      for (const event of events) {
        yield editedEvent(
          event,
          replace('$.index', (index: unknown) => Number(index) + others),
        );
      }
    } finally {
      open -= 1;
    }
  }
  return { at: 'events', change: (events, asked) => (here(asked) ? counted(events) : events) };
}
