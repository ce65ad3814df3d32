import type { Fault } from '../fault.js';
import { all, merge, remove, replace } from '../making/edit.js';
import { renumbered } from '../making/renumbered.js';
import { drop, editEvents, exchange, first, having, named, twice } from '../making/streams.js';
import { on, responses } from '../making/where.js';

const api = on(responses);
const added = named('response.output_item.added');
const done = named('response.output_item.done');
const ofCall = having("$.item[?@ == 'function_call']");
const next = (number: unknown) => Number(number) + 1;

export const responsesStreamItemFaults: readonly Fault[] = [
  {
    id: 'responses.items-from-1',
    sentence: 'The output_index of a Responses stream counts from 1.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, having('$.output_index'), replace('$.output_index', next)),
  },
  {
    id: 'responses.items-all-at-0',
    sentence: 'Each of several items of a Responses stream has the output_index 0.',
    breaks: ['STREAM-36'],
    seen: 'BerriAI/litellm#21331',
    deviate: editEvents(api, having('$.output_index'), replace('$.output_index', 0)),
  },
  {
    id: 'responses.item-not-added',
    sentence: 'An item of a Responses stream brings its events without being added.',
    breaks: ['STREAM-36'],
    deviate: renumbered(drop(api, added)),
  },
  {
    id: 'responses.item-without-id',
    sentence: 'An item of a Responses stream is added without an id.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, added, remove('$.item.id')),
  },
  {
    id: 'responses.item-added-as-completed',
    sentence: 'An item of a Responses stream is completed when it is added.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, added, replace('$.item.status', 'completed')),
  },
  {
    id: 'responses.item-added-without-role',
    sentence: 'A message of a Responses stream is added without a role.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, added, remove('$.item.role')),
  },
  {
    id: 'responses.call-added-without-name',
    sentence: 'A function_call of a Responses stream is added without its call_id and name.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, added, all(remove('$.item.call_id'), remove('$.item.name'))),
  },
  {
    id: 'responses.item-added-with-text',
    sentence: 'A message of a Responses stream has a part before the part is added.',
    breaks: ['STREAM-36'],
    deviate: editEvents(
      api,
      added,
      replace('$.item.content', [{ type: 'output_text', text: '', annotations: [], logprobs: [] }]),
    ),
  },
  {
    id: 'responses.item-id-in-each-event',
    sentence: 'Each event of an item of a Responses stream has an item_id of its own.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, having('$.item_id'), (event) =>
      merge('$', { item_id: `msg_${Reflect.get(Object(event), 'sequence_number')}` })(event),
    ),
  },
  {
    id: 'responses.item-id-changes-at-the-end',
    sentence: 'An item of a Responses stream has another id when it is done than when it was added.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, done, replace('$.item.id', 'msg_another')),
  },
  {
    id: 'responses.text-after-its-item',
    sentence: 'A delta of a Responses stream comes after its item is done.',
    breaks: ['STREAM-36'],
    deviate: renumbered(
      exchange(api, done, (event) => [
        event,
        {
          event: 'response.output_text.delta',
          data: '{"type":"response.output_text.delta","sequence_number":0,"delta":"","logprobs":[],"content_index":0,"output_index":0}',
        },
      ]),
    ),
  },
  {
    id: 'responses.text-as-arguments',
    sentence: 'The text of a message comes in the events of function arguments.',
    breaks: ['STREAM-36'],
    deviate: exchange(api, named('response.output_text.delta'), (event) => [
      {
        event: 'response.function_call_arguments.delta',
        data: event.data.replace('response.output_text.delta', 'response.function_call_arguments.delta'),
      },
    ]),
  },
  {
    id: 'responses.item-never-done',
    sentence: 'An item of a Responses stream is never done.',
    breaks: ['STREAM-36'],
    seen: 'ollama/ollama#14600',
    deviate: renumbered(drop(api, done)),
  },
  {
    id: 'responses.item-done-in-progress',
    sentence: 'An item of a Responses stream is still in progress when it is done.',
    breaks: ['STREAM-36'],
    deviate: editEvents(api, done, replace('$.item.status', 'in_progress')),
  },
  {
    id: 'responses.item-done-twice',
    sentence: 'A function_call of a Responses stream is done twice.',
    breaks: ['STREAM-36'],
    seen: 'BerriAI/litellm#37273',
    deviate: renumbered(
      twice(
        api,
        first(() => {
          const [isDone, isCall] = [done(), ofCall()];
          return (event, number) => isDone(event, number) && isCall(event, number);
        }),
      ),
    ),
  },
  {
    id: 'responses.item-done-without-text',
    sentence: 'A message that is done in a Responses stream has no content.',
    breaks: ['STREAM-39'],
    deviate: editEvents(api, done, replace('$.item.content', [])),
  },
];
