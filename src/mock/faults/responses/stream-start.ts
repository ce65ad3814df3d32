import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { merge, remove, replace } from '../making/edit.js';
import { renumbered } from '../making/renumbered.js';
import { respond, withHeaders } from '../making/responses.js';
import { drop, editEvents, every, exchange, first, having, named, numbered, twice } from '../making/streams.js';
import { on, responses } from '../making/where.js';

const api = on(responses);
const created = named('response.created');

export const responsesStreamStartFaults: readonly Fault[] = [
  {
    id: 'responses.stream-as-json',
    sentence: 'A Responses stream is labelled as JSON.',
    breaks: ['STREAM-44'],
    seen: 'Kong/kong!14079',
    deviate: respond(api, (message) =>
      message.body.kind === 'events' ? withHeaders(message, { 'content-type': 'application/json' }) : message,
    ),
  },
  {
    id: 'responses.stream-answered-at-once',
    sentence: 'A request for a Responses stream is answered in one piece.',
    breaks: ['STREAM-44'],
    seen: 'headroomlabs-ai/headroom#1949',
    deviate: forward(api, remove('$.stream')),
  },
  {
    id: 'responses.stream-without-created',
    sentence: 'A Responses stream begins with response.in_progress.',
    breaks: ['STREAM-34'],
    deviate: renumbered(drop(api, created)),
  },
  {
    id: 'responses.stream-begins-with-text',
    sentence: 'A Responses stream begins with the first delta of its text.',
    breaks: ['STREAM-34', 'STREAM-36'],
    seen: 'BerriAI/litellm#22102',
    deviate: renumbered(
      drop(
        api,
        named('response.created', 'response.in_progress', 'response.output_item.added', 'response.content_part.added'),
      ),
    ),
  },
  {
    id: 'responses.created-twice',
    sentence: 'A Responses stream has response.created twice.',
    breaks: ['STREAM-34'],
    deviate: renumbered(twice(api, created)),
  },
  {
    id: 'responses.created-as-completed',
    sentence: 'The response of response.created is completed already.',
    breaks: ['STREAM-34'],
    deviate: editEvents(api, created, replace('$.response.status', 'completed')),
  },
  {
    id: 'responses.created-with-output',
    sentence: 'The response of response.created has a message already.',
    breaks: ['STREAM-34'],
    deviate: editEvents(
      api,
      created,
      replace('$.response.output', [
        { id: 'msg_1', type: 'message', status: 'in_progress', role: 'assistant', content: [] },
      ]),
    ),
  },
  {
    id: 'responses.created-with-id-only',
    sentence: 'The response of response.created has an id and nothing else.',
    breaks: ['STREAM-34'],
    deviate: editEvents(api, created, (event) => replace('$.response', { id: idIn(event) })(event)),
  },
  {
    id: 'responses.unnumbered-events',
    sentence: 'The events of a Responses stream have no sequence_number.',
    breaks: ['STREAM-35'],
    seen: 'BerriAI/litellm!28899',
    deviate: editEvents(api, every, remove('$.sequence_number')),
  },
  {
    id: 'responses.events-all-numbered-1',
    sentence: 'Every event of a Responses stream has the sequence_number 1.',
    breaks: ['STREAM-35'],
    seen: 'onyx-dot-app/onyx!13624',
    deviate: editEvents(api, every, replace('$.sequence_number', 1)),
  },
  {
    id: 'responses.skipped-number',
    sentence: 'A sequence_number of a Responses stream is skipped.',
    breaks: ['STREAM-35'],
    deviate: editEvents(
      api,
      every,
      replace('$.sequence_number', (number: unknown) => Number(number) + (Number(number) > 4 ? 1 : 0)),
    ),
  },
  {
    id: 'responses.event-encoded-twice',
    sentence: 'An event of a Responses stream is a JSON text inside a JSON text.',
    breaks: ['STREAM-61'],
    deviate: exchange(api, numbered(1), (event) => [{ ...event, data: JSON.stringify(event.data) }]),
  },
  {
    id: 'responses.event-without-type',
    sentence: 'An event of a Responses stream has its type in its name only.',
    breaks: ['STREAM-61'],
    deviate: editEvents(api, named('response.in_progress'), remove('$.type')),
  },
  {
    id: 'responses.events-without-name',
    sentence: 'The events of a Responses stream have no names.',
    breaks: ['STREAM-61'],
    deviate: exchange(api, every, ({ data }) => [{ data }]),
  },
  {
    id: 'responses.events-named-message',
    sentence: 'Every event of a Responses stream has the name message.',
    breaks: ['STREAM-61'],
    deviate: exchange(api, every, ({ data }) => [{ event: 'message', data }]),
  },
  {
    id: 'responses.ping-of-another-api',
    sentence: 'A Responses stream has a ping, as streams of the Messages API have.',
    breaks: ['STREAM-61'],
    deviate: renumbered(
      exchange(api, created, (event) => [event, { event: 'ping', data: '{"type":"ping","sequence_number":0}' }]),
    ),
  },
  {
    id: 'responses.stream-of-two-ids',
    sentence: 'The last event of a Responses stream has a response with another id.',
    breaks: ['STREAM-62'],
    deviate: editEvents(api, named('response.completed'), replace('$.response.id', 'resp_another')),
  },
  {
    id: 'responses.stream-of-two-models',
    sentence: 'The first event of a Responses stream names another model than the last.',
    breaks: ['STREAM-62'],
    seen: 'BerriAI/litellm#22709',
    deviate: editEvents(api, first(having('$.response')), merge('$.response', { model: 'hosted_vllm/internal' })),
  },
  {
    id: 'responses.stream-of-two-times',
    sentence: 'The created_at of a Responses stream changes on the way.',
    breaks: ['STREAM-62'],
    deviate: editEvents(
      api,
      named('response.completed'),
      replace('$.response.created_at', (time: unknown) => Number(time) + 2),
    ),
  },
];

function idIn(event: unknown): unknown {
  return Reflect.get(Object(Reflect.get(Object(event), 'response')), 'id');
}
