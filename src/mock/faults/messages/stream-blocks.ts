import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { all, remove, rename, replace } from '../making/edit.js';
import { drop, editEvents, exchange, first, having, named, stream, twice } from '../making/streams.js';
import { messages, on } from '../making/where.js';
import { eventOf } from './event.js';

const here = on(messages);
const blockStart = named('content_block_start');
const blockStop = named('content_block_stop');
const blockEvent = named('content_block_start', 'content_block_delta', 'content_block_stop');
const textDelta = having('$.delta.text');
const inputDelta = having('$.delta.partial_json');
const toolStart = having('$.content_block.input');

/** All events of a kind behind the others, in front of the end of the message. */
function* atTheEnd(events: Iterable<ServerSentEvent>, isLate: (event: ServerSentEvent) => boolean) {
  const late: ServerSentEvent[] = [];
  for (const event of events) {
    if (isLate(event)) late.push(event);
    else {
      if (event.event === 'message_delta') yield* late;
      yield event;
    }
  }
}

export const streamBlockFaults: readonly Fault[] = [
  {
    id: 'messages.blocks-from-one',
    sentence: 'The blocks of a stream are numbered from 1.',
    breaks: ['STREAM-28'],
    deviate: editEvents(
      here,
      blockEvent,
      replace('$.index', (index: unknown) => Number(index) + 1),
    ),
  },
  {
    id: 'messages.blocks-all-zero',
    sentence: 'All blocks of a stream have the index 0.',
    breaks: ['STREAM-28'],
    deviate: editEvents(here, blockEvent, replace('$.index', 0)),
  },
  {
    id: 'messages.blocks-overlap',
    sentence: 'The blocks of a stream stop only at its end.',
    breaks: ['STREAM-28'],
    deviate: stream(here, (events) => atTheEnd(events, ({ event }) => event === 'content_block_stop')),
  },
  {
    id: 'messages.block-never-stops',
    sentence: 'The blocks of a stream do not stop.',
    breaks: ['STREAM-28'],
    deviate: drop(here, blockStop),
  },
  {
    id: 'messages.block-stops-twice',
    sentence: 'A block of a stream stops twice.',
    breaks: ['STREAM-28'],
    seen: 'BerriAI/litellm#37273',
    deviate: twice(here, blockStop),
  },
  {
    id: 'messages.stop-of-no-block',
    sentence: 'A block stops that has not started.',
    breaks: ['STREAM-28'],
    seen: 'BerriAI/litellm!30546',
    deviate: exchange(here, first(blockStart), (event) => [eventOf('content_block_stop', { index: 0 }), event]),
  },
  {
    id: 'messages.block-starts-without-text',
    sentence: 'A text block starts without its text.',
    breaks: ['STREAM-28'],
    deviate: editEvents(here, blockStart, remove('$.content_block.text')),
  },
  {
    id: 'messages.block-starts-without-type',
    sentence: 'A block starts without its type.',
    breaks: ['STREAM-28'],
    deviate: editEvents(here, blockStart, remove('$.content_block.type')),
  },
  {
    id: 'messages.streamed-call-without-id',
    sentence: 'A tool_use block starts without its id.',
    breaks: ['STREAM-28'],
    deviate: editEvents(here, toolStart, remove('$.content_block.id')),
  },
  {
    id: 'messages.delta-without-block',
    sentence: 'The deltas of a stream belong to a block of the index -1.',
    breaks: ['STREAM-29'],
    seen: 'BerriAI/litellm#27442',
    deviate: editEvents(here, named('content_block_delta'), replace('$.index', -1)),
  },
  {
    id: 'messages.delta-behind-its-block',
    sentence: 'The last delta of a block comes when it has stopped.',
    breaks: ['STREAM-29'],
    deviate: exchange(here, blockStop, (event) => [
      event,
      eventOf('content_block_delta', { index: 0, delta: { type: 'text_delta', text: '' } }),
    ]),
  },
  {
    id: 'messages.thinking-delta-in-text',
    sentence: 'The deltas of a text block are thinking_deltas.',
    breaks: ['STREAM-29'],
    seen: 'BerriAI/litellm#32357',
    deviate: editEvents(
      here,
      textDelta,
      all(replace('$.delta.type', 'thinking_delta'), rename('$.delta', 'text', 'thinking')),
    ),
  },
  {
    id: 'messages.delta-of-chat',
    sentence: 'The deltas of a text block have their text in content.',
    breaks: ['STREAM-29'],
    deviate: editEvents(here, textDelta, rename('$.delta', 'text', 'content')),
  },
  {
    id: 'messages.delta-null',
    sentence: 'A stream begins with a delta whose text is null.',
    breaks: ['STREAM-29'],
    deviate: editEvents(here, first(textDelta), replace('$.delta.text', null)),
  },
  {
    id: 'messages.streamed-input-incomplete',
    sentence: 'The last fragment of the input of a streamed tool_use block is lost.',
    breaks: ['STREAM-30'],
    deviate: stream(here, function* (events) {
      let held: ServerSentEvent | undefined;
      for (const event of events) {
        const isFragment = inputDelta()(event, 0);
        if (held !== undefined && isFragment) yield held;
        held = isFragment ? event : undefined;
        if (!isFragment) yield event;
      }
    }),
  },
  {
    id: 'messages.streamed-input-quoted',
    sentence: 'The input of a streamed tool_use block is the JSON of a text.',
    breaks: ['STREAM-30'],
    deviate: editEvents(
      here,
      inputDelta,
      replace('$.delta.partial_json', (piece: unknown) => JSON.stringify(piece)),
    ),
  },
  {
    id: 'messages.streamed-input-twice',
    sentence: 'The input of a streamed tool_use block comes whole in its start, and again in fragments.',
    breaks: ['STREAM-30'],
    deviate: editEvents(here, toolStart, replace('$.content_block.input', { city: 'Bern' })),
  },
  {
    id: 'messages.streamed-input-starts-as-text',
    sentence: 'The input of a tool_use block starts as an empty text.',
    breaks: ['STREAM-30'],
    deviate: editEvents(here, toolStart, replace('$.content_block.input', '')),
  },
  {
    id: 'messages.streamed-calls-same-id',
    sentence: 'All streamed tool_use blocks have the same id.',
    breaks: ['MSG-21'],
    deviate: editEvents(here, toolStart, replace('$.content_block.id', 'toolu_0')),
  },
  {
    id: 'messages.streamed-call-executed-twice',
    sentence: 'A streamed tool_use block comes twice.',
    breaks: ['MSG-21', 'MSG-51', 'STREAM-33'],
    deviate: stream(here, function* (events) {
      const all = [...events];
      const block = all.filter((event) => event.data.includes('"index":0') && event.data.includes('content_block'));
      const isCall = block.some((event) => toolStart()(event, 0));
      yield* all.flatMap((event) => (isCall && event === block.at(-1) ? [event, ...block.map(asSecond)] : event));
    }),
  },
];

function asSecond(event: ServerSentEvent): ServerSentEvent {
  return { ...event, data: event.data.replace('"index":0', '"index":1') };
}
