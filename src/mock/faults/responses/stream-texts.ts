import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { renumbered } from '../making/renumbered.js';
import {
  drop,
  editEvents,
  editedEvent,
  exchange,
  first,
  having,
  jsonOf,
  named,
  stream,
  twice,
} from '../making/streams.js';
import { on, responses } from '../making/where.js';

const api = on(responses);
const delta = named('response.output_text.delta');
const done = named('response.output_text.done');
const partAdded = named('response.content_part.added');
const partDone = named('response.content_part.done');
const next = (number: unknown) => Number(number) + 1;

export const responsesStreamTextFaults: readonly Fault[] = [
  {
    id: 'responses.parts-from-1',
    sentence: 'The content_index of a Responses stream counts from 1.',
    breaks: ['STREAM-60'],
    deviate: editEvents(api, having('$.content_index'), replace('$.content_index', next)),
  },
  {
    id: 'responses.part-without-text',
    sentence: 'A part of a Responses stream is added without a text.',
    breaks: ['STREAM-60'],
    deviate: editEvents(api, partAdded, remove('$.part.text')),
  },
  {
    id: 'responses.part-of-chat',
    sentence: 'A part of a Responses stream is added with the type text, as Chat Completions has it.',
    breaks: ['STREAM-60'],
    deviate: editEvents(api, partAdded, replace('$.part.type', 'text')),
  },
  {
    id: 'responses.part-not-added',
    sentence: 'The deltas of a Responses stream come without their part being added.',
    breaks: ['STREAM-60'],
    deviate: renumbered(drop(api, partAdded)),
  },
  {
    id: 'responses.delta-after-the-text',
    sentence: 'A delta of a Responses stream comes after the end of its text.',
    breaks: ['STREAM-60'],
    deviate: renumbered(exchange(api, done, (event) => [event, emptyDeltaOf(event)])),
  },
  {
    id: 'responses.text-never-done',
    sentence: 'A text of a Responses stream has no end.',
    breaks: ['STREAM-60'],
    deviate: renumbered(drop(api, done)),
  },
  {
    id: 'responses.part-never-done',
    sentence: 'A part of a Responses stream is never done.',
    breaks: ['STREAM-60'],
    deviate: renumbered(drop(api, partDone)),
  },
  {
    id: 'responses.text-as-refusal',
    sentence: 'The deltas of a text in a Responses stream come as a refusal.',
    breaks: ['STREAM-37'],
    deviate: exchange(api, delta, ({ data }) => [
      {
        event: 'response.refusal.delta',
        data: data.replace('response.output_text.delta', 'response.refusal.delta'),
      },
    ]),
  },
  {
    id: 'responses.delta-null',
    sentence: 'A delta of a Responses stream is null.',
    breaks: ['STREAM-37'],
    deviate: editEvents(api, first(delta), replace('$.delta', null)),
  },
  {
    id: 'responses.delta-as-object',
    sentence: 'The deltas of a Responses stream are objects with a text.',
    breaks: ['STREAM-37'],
    seen: 'omnigent-ai/omnigent!3307',
    deviate: editEvents(
      api,
      delta,
      replace('$.delta', (text: unknown) => ({ type: 'output_text', text })),
    ),
  },
  {
    id: 'responses.delta-lost',
    sentence: 'The first delta of a Responses stream is lost.',
    breaks: ['STREAM-37'],
    seen: 'higress-group/higress!4620',
    deviate: renumbered(drop(api, first(delta))),
  },
  {
    id: 'responses.delta-twice',
    sentence: 'A delta of a Responses stream comes twice.',
    breaks: ['STREAM-37'],
    deviate: renumbered(twice(api, first(delta))),
  },
  {
    id: 'responses.deltas-cumulative',
    sentence: 'Each delta of a Responses stream begins with all that came before it.',
    breaks: ['STREAM-37'],
    deviate: stream(api, function* (events) {
      const isDelta = delta();
      let text = '';
      for (const [number, event] of [...events].entries()) {
        if (isDelta(event, number)) text += String(Reflect.get(Object(jsonOf(event)), 'delta'));
        yield isDelta(event, number) ? editedEvent(event, replace('$.delta', text)) : event;
      }
    }),
  },
  {
    id: 'responses.text-done-empty',
    sentence: 'The event that ends a text in a Responses stream states an empty text.',
    breaks: ['STREAM-37'],
    deviate: editEvents(api, done, replace('$.text', '')),
  },
  {
    id: 'responses.text-done-without-text',
    sentence: 'The event that ends a text in a Responses stream does not state the text.',
    breaks: ['STREAM-37'],
    deviate: editEvents(api, done, remove('$.text')),
  },
  {
    id: 'responses.deltas-without-logprobs',
    sentence: 'The deltas of a Responses stream have no list of logprobs.',
    breaks: ['RESP-15'],
    deviate: editEvents(api, delta, remove('$.logprobs')),
  },
  {
    id: 'responses.logprobs-null',
    sentence: 'The logprobs of a delta in a Responses stream are null.',
    breaks: ['RESP-15'],
    deviate: editEvents(api, first(delta), replace('$.logprobs', null)),
  },
];

/** A delta without text, of the part that an event ends. */
function emptyDeltaOf(event: ServerSentEvent): ServerSentEvent {
  const ended = { ...Object(jsonOf(event)), type: 'response.output_text.delta', delta: '' };
  return { event: 'response.output_text.delta', data: JSON.stringify(remove('$.text')(ended)) };
}
