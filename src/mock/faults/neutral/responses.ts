import type { ServerSentEvent } from '../../server-sent-events.js';
import type { NeutralVariant } from '../fault.js';
import { isRecord, merge, replace } from '../making/edit.js';
import { renumberedEvents } from '../making/renumbered.js';
import { answers } from '../making/responses.js';
import { editEvents, editedEvent, every, exchange, named, stream } from '../making/streams.js';
import { on, responses } from '../making/where.js';

const reference = 'OpenAI API reference, responses';

export const responsesVariants: readonly NeutralVariant[] = [
  {
    id: 'responses.end-mark',
    sentence: 'The mark [DONE] follows the last event of a stream.',
    allowedBy: 'Open Responses specification, Streaming: the terminal event is the literal string [DONE]',
    apis: responses,
    streams: true,
    deviate: stream(on(responses), function* (events) {
      yield* events;
      yield { data: '[DONE]' };
    }),
  },
  {
    id: 'responses.keep-alive-events',
    sentence: 'Events keep a stream alive before its first event and within it.',
    allowedBy: 'OpenAI API reference, Backwards compatibility: new event types may come',
    apis: responses,
    streams: true,
    deviate: exchange(on(responses), every, (event) => [{ event: 'keepalive', data: '{"type":"keepalive"}' }, event]),
  },
  {
    id: 'responses.obfuscation',
    sentence: 'Deltas are padded with an obfuscation.',
    allowedBy: `${reference}, stream_options.include_obfuscation`,
    apis: responses,
    streams: true,
    deviate: editEvents(
      on(responses),
      named('response.output_text.delta', 'response.function_call_arguments.delta'),
      merge('$', { obfuscation: 'q8' }),
    ),
  },
  {
    id: 'responses.queued',
    sentence: 'A response is queued before it is in progress.',
    allowedBy: 'OpenAI API reference, responses streaming events, response.queued',
    apis: responses,
    streams: true,
    deviate: stream(on(responses), (events) => renumberedEvents(queued(events))),
  },
  {
    id: 'responses.empty-deltas',
    sentence: 'An empty delta goes before each delta of a text.',
    allowedBy: 'OpenAI API reference, responses streaming events, response.output_text.delta',
    apis: responses,
    streams: true,
    deviate: stream(on(responses), (events) => renumberedEvents(withEmptyDeltas(events))),
  },
  {
    id: 'responses.reasoning-first',
    sentence: 'An item of reasoning without a summary goes before the answer.',
    allowedBy: `${reference}, output: reasoning items of reasoning models`,
    apis: responses,
    deviate: answers(
      on(responses),
      replace('$.output', (items: unknown) =>
        Array.isArray(items) && !items.some((item) => isRecord(item) && item['type'] === 'reasoning')
          ? [{ type: 'reasoning', id: 'rs_0190', summary: [] }, ...items]
          : items,
      ),
    ),
  },
  {
    id: 'responses.null-members',
    sentence: 'What a response need not have is null.',
    allowedBy: `${reference}, the response object: nullable members`,
    apis: responses,
    deviate: answers(
      on(responses),
      merge('$', { conversation: null, max_tool_calls: null, prompt: null, safety_identifier: null, user: null }),
    ),
  },
];

function* queued(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  for (const event of events) {
    yield event;
    if (event.event !== 'response.created') continue;
    const waiting = editedEvent(event, merge('$', { type: 'response.queued' }));
    yield { ...editedEvent(waiting, merge('$.response', { status: 'queued' })), event: 'response.queued' };
  }
}

function* withEmptyDeltas(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  for (const event of events) {
    if (event.event === 'response.output_text.delta') yield editedEvent(event, replace('$.delta', ''));
    yield event;
  }
}
