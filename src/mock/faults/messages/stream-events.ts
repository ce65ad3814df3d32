import type { Fault } from '../fault.js';
import { sendStreamText } from '../making/bytes.js';
import { merge, remove, replace } from '../making/edit.js';
import { headers } from '../making/responses.js';
import { drop, editEvents, endAt, every, exchange, first, having, named, stream, twice } from '../making/streams.js';
import { messages, on } from '../making/where.js';
import { eventOf } from './event.js';

const here = on(messages);
const start = named('message_start');
const stop = named('message_stop');
const blockStart = first(named('content_block_start'));
const textDelta = having('$.delta.text');

export const streamEventFaults: readonly Fault[] = [
  {
    id: 'messages.stream-as-json',
    sentence: 'A stream says that it is JSON.',
    breaks: ['STREAM-24'],
    deviate: headers(here, { 'content-type': 'application/json' }),
  },
  {
    id: 'messages.stream-of-nothing',
    sentence: 'A stream ends before its first event.',
    breaks: ['STREAM-24', 'STREAM-25'],
    deviate: stream(here, () => []),
  },
  {
    id: 'messages.stream-without-start',
    sentence: 'A stream begins without message_start.',
    breaks: ['STREAM-25'],
    deviate: drop(here, start),
  },
  {
    id: 'messages.stream-block-before-start',
    sentence: 'The first content block of a stream starts before its message.',
    breaks: ['STREAM-25'],
    deviate: stream(here, function* (events) {
      const [one, two, ...rest] = events;
      yield* [two, one, ...rest].filter((event) => event !== undefined);
    }),
  },
  {
    id: 'messages.stream-starts-twice',
    sentence: 'A stream has message_start twice.',
    breaks: ['STREAM-25'],
    seen: 'BerriAI/litellm!33859',
    deviate: twice(here, start),
  },
  {
    id: 'messages.stream-without-stop',
    sentence: 'A stream ends without message_stop.',
    breaks: ['STREAM-24', 'STREAM-25', 'STREAM-33'],
    deviate: drop(here, stop),
  },
  {
    id: 'messages.stream-stops-twice',
    sentence: 'A stream has message_stop twice.',
    breaks: ['STREAM-25'],
    deviate: twice(here, stop),
  },
  {
    id: 'messages.stream-ping-behind-stop',
    sentence: 'A ping comes behind message_stop.',
    breaks: ['STREAM-25'],
    deviate: exchange(here, stop, (event) => [event, eventOf('ping')]),
  },
  {
    id: 'messages.stream-without-names',
    sentence: 'The events of a stream have no names.',
    breaks: ['STREAM-26'],
    deviate: exchange(here, every, ({ data }) => [{ data }]),
  },
  {
    id: 'messages.stream-names-of-others',
    sentence: 'The events of a stream are named after the types of their deltas.',
    breaks: ['STREAM-26'],
    deviate: exchange(here, textDelta, (event) => [{ ...event, event: 'text_delta' }]),
  },
  {
    id: 'messages.stream-without-types',
    sentence: 'The data of the events of a stream does not state their types.',
    breaks: ['STREAM-26'],
    deviate: editEvents(here, every, remove('$.type')),
  },
  {
    id: 'messages.stream-ping-as-text',
    sentence: 'The data of a ping is no JSON.',
    breaks: ['STREAM-26'],
    deviate: exchange(here, blockStart, (event) => [{ event: 'ping', data: 'ping' }, event]),
  },
  {
    id: 'messages.stream-with-events-of-responses',
    sentence: 'A stream has events of the Responses API.',
    breaks: ['STREAM-52'],
    deviate: exchange(here, blockStart, (event) => [eventOf('response.in_progress', { response: {} }), event]),
  },
  {
    id: 'messages.stream-ends-like-chat',
    sentence: 'A stream ends with [DONE].',
    breaks: ['STREAM-52'],
    deviate: exchange(here, stop, (event) => [event, { data: '[DONE]' }]),
  },
  {
    id: 'messages.stream-start-without-content',
    sentence: 'The message of message_start has no content.',
    breaks: ['STREAM-27'],
    seen: 'SaladDay/cc-switch-cli!320',
    deviate: editEvents(here, start, remove('$.message.content')),
  },
  {
    id: 'messages.stream-start-with-content',
    sentence: 'The message of message_start has a text block already.',
    breaks: ['STREAM-27'],
    deviate: editEvents(here, start, replace('$.message.content', [{ type: 'text', text: '' }])),
  },
  {
    id: 'messages.stream-start-without-usage',
    sentence: 'The message of message_start has no usage.',
    breaks: ['STREAM-27'],
    seen: 'maximhq/bifrost#5885',
    deviate: editEvents(here, start, remove('$.message.usage')),
  },
  {
    id: 'messages.stream-start-without-model',
    sentence: 'The message of message_start names no model.',
    breaks: ['STREAM-33'],
    deviate: editEvents(here, start, remove('$.message.model')),
  },
  {
    id: 'messages.stream-start-with-stop-reason',
    sentence: 'The message of message_start has a stop_reason.',
    breaks: ['STREAM-27'],
    deviate: editEvents(here, start, merge('$.message', { stop_reason: 'end_turn' })),
  },
  {
    id: 'messages.stream-of-another-model',
    sentence: 'A stream names another model than the same answer at once.',
    breaks: ['STREAM-33'],
    seen: 'BerriAI/litellm#38761',
    deviate: editEvents(here, start, replace('$.message.model', 'anthropic.claude-internal-v1:0')),
  },
  {
    id: 'messages.stream-error-in-disguise',
    sentence: 'A stream breaks off with an error in the envelope of chat.',
    breaks: ['STREAM-24', 'STREAM-33'],
    seen: 'mlflow/mlflow#25897',
    deviate: stream(here, function* (events) {
      const [one, two, three] = events;
      yield* [one, two, three].filter((event) => event !== undefined);
      yield { data: '{"error":{"message":"Overloaded","code":529}}' };
    }),
  },
  {
    id: 'messages.stream-cut-in-silence',
    sentence: 'A stream ends in the middle of its answer.',
    breaks: ['STREAM-24', 'STREAM-25', 'STREAM-33'],
    deviate: endAt(here, textDelta, { included: true }),
  },
  {
    id: 'messages.stream-completed-by-the-gateway',
    sentence: 'When the model breaks off, the gateway ends the stream as if it had said nothing.',
    breaks: ['STREAM-24', 'STREAM-33'],
    seen: 'BerriAI/litellm!20361',
    deviate: drop(here, named('content_block_start', 'content_block_delta', 'content_block_stop')),
  },
  {
    id: 'messages.stream-loses-its-last-text',
    sentence: 'A stream loses the last piece of its text.',
    breaks: ['STREAM-33'],
    deviate: stream(here, function* (events) {
      const all = [...events];
      const last = all.findLastIndex((event) => textDelta()(event, 0));
      yield* all.filter((_, number) => number !== last);
    }),
  },
  {
    id: 'messages.stream-repeats-a-piece',
    sentence: 'A stream repeats the first piece of its text.',
    breaks: ['STREAM-33'],
    deviate: twice(here, first(textDelta)),
  },
  {
    id: 'messages.stream-loses-line-feeds',
    sentence: 'Line feeds at the beginning of a piece of text are lost.',
    breaks: ['STREAM-33'],
    deviate: sendStreamText(here, (text) => text.replace(/"text":"(\\n)+/, '"text":"')),
  },
];
