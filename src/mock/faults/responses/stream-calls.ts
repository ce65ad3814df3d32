import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { all, remove, replace } from '../making/edit.js';
import { renumbered } from '../making/renumbered.js';
import { drop, editEvents, editedEvent, every, exchange, first, jsonOf, named } from '../making/streams.js';
import { on, responses } from '../making/where.js';

const api = on(responses);
const delta = named('response.function_call_arguments.delta');
const done = named('response.function_call_arguments.done');

const cut = (text: unknown) => String(text).slice(0, -1);
const withoutLastBrace = all(
  replace('$.arguments', cut),
  replace('$.item.arguments', (text: unknown) => (text === '' ? '' : cut(text))),
  replace('$.response.output[*].arguments', cut),
);

export const responsesStreamCallFaults: readonly Fault[] = [
  {
    id: 'responses.arguments-delta-lost',
    sentence: 'The first delta of streamed arguments is lost.',
    breaks: ['RESP-32'],
    deviate: renumbered(drop(api, first(delta))),
  },
  {
    id: 'responses.arguments-done-without-name',
    sentence: 'The event that ends streamed arguments does not name the function.',
    breaks: ['RESP-59'],
    deviate: editEvents(api, done, remove('$.name')),
  },
  {
    id: 'responses.arguments-never-done',
    sentence: 'Streamed arguments have no end.',
    breaks: ['RESP-32'],
    deviate: renumbered(drop(api, done)),
  },
  {
    id: 'responses.arguments-done-empty',
    sentence: 'The event that ends streamed arguments states none.',
    breaks: ['RESP-32'],
    deviate: editEvents(api, done, replace('$.arguments', '{}')),
  },
  {
    id: 'responses.call-done-without-arguments',
    sentence: 'A function_call that is done in a stream has no arguments.',
    breaks: ['RESP-32'],
    deviate: editEvents(api, named('response.output_item.done'), replace('$.item.arguments', '')),
  },
  {
    id: 'responses.streamed-arguments-cut',
    sentence: 'The last brace of streamed arguments is missing wherever they stand.',
    breaks: ['RESP-32'],
    deviate: renumbered(
      exchange(api, every, (event) => (isLastBrace(event) ? [] : [editedEvent(event, withoutLastBrace)])),
    ),
  },
  {
    id: 'responses.streamed-arguments-as-text',
    sentence: 'Streamed arguments come in the events of a text.',
    breaks: ['STREAM-36', 'RESP-32'],
    deviate: exchange(api, delta, ({ data }) => [
      {
        event: 'response.output_text.delta',
        data: data.replace('response.function_call_arguments.delta', 'response.output_text.delta'),
      },
    ]),
  },
  {
    id: 'responses.call-added-with-empty-object',
    sentence: 'A function_call of a Responses stream is added with {} as its arguments, which the deltas follow.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, named('response.output_item.added'), replace('$.item.arguments', '{}')),
  },
];

/** The model writes it as a token of its own. */
function isLastBrace(event: ServerSentEvent): boolean {
  return (
    event.event === 'response.function_call_arguments.delta' && Reflect.get(Object(jsonOf(event)), 'delta') === '}'
  );
}
