import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, merge, remove, replace } from '../making/edit.js';
import { renumbered } from '../making/renumbered.js';
import {
  drop,
  editEvents,
  editedEvent,
  every,
  exchange,
  first,
  having,
  named,
  stream,
  twice,
} from '../making/streams.js';
import { both, on, responses } from '../making/where.js';

const api = on(responses);
const completed = named('response.completed');
const incomplete = named('response.incomplete');
const last = named('response.completed', 'response.incomplete');

const cut = (text: unknown) => String(text).slice(1);
const withoutFirstLetter = all(
  replace('$.text', cut),
  replace('$.part.text', cut),
  replace('$.item.content[*].text', cut),
  replace('$.response.output[*].content[*].text', cut),
);

export const responsesStreamEndFaults: readonly Fault[] = [
  {
    id: 'responses.stream-without-end',
    sentence: 'A Responses stream closes before response.completed.',
    breaks: ['STREAM-38'],
    seen: 'ollama/ollama#14600',
    deviate: drop(api, last),
  },
  {
    id: 'responses.stream-ends-in-done',
    sentence: 'A Responses stream has [DONE] in the place of response.completed.',
    breaks: ['STREAM-38'],
    deviate: exchange(api, last, () => [{ data: '[DONE]' }]),
  },
  {
    id: 'responses.stream-ends-twice',
    sentence: 'A Responses stream ends twice.',
    breaks: ['STREAM-38'],
    deviate: renumbered(twice(api, last)),
  },
  {
    id: 'responses.done-twice',
    sentence: 'A Responses stream has [DONE] twice behind its end.',
    breaks: ['STREAM-38'],
    deviate: exchange(api, last, (event) => [event, { data: '[DONE]' }, { data: '[DONE]' }]),
  },
  {
    id: 'responses.keepalive-after-the-end',
    sentence: 'A keep-alive follows the end of a Responses stream.',
    breaks: ['STREAM-38'],
    deviate: exchange(api, last, (event) => [event, { event: 'keepalive', data: '{"type":"keepalive"}' }]),
  },
  {
    id: 'responses.completed-in-progress',
    sentence: 'The response of response.completed is still in progress.',
    breaks: ['STREAM-38'],
    deviate: editEvents(api, completed, replace('$.response.status', 'in_progress')),
  },
  {
    id: 'responses.completed-with-error',
    sentence: 'The response of response.completed carries an error.',
    breaks: ['STREAM-38'],
    seen: 'diegosouzapw/OmniRoute!8210',
    deviate: editEvents(
      api,
      completed,
      replace('$.response.error', { code: 'server_error', message: 'The model was overloaded.' }),
    ),
  },
  {
    id: 'responses.completed-without-created-at',
    sentence: 'The last response of a stream does not say when it was made.',
    breaks: ['STREAM-38'],
    deviate: editEvents(api, last, remove('$.response.created_at')),
  },
  {
    id: 'responses.cut-off-as-completed',
    sentence: 'A Responses stream that was cut off ends with response.completed.',
    breaks: ['STREAM-38'],
    deviate: exchange(api, incomplete, ({ data }) => [
      { event: 'response.completed', data: data.replace('response.incomplete', 'response.completed') },
    ]),
  },
  {
    id: 'responses.cut-off-for-length',
    sentence: 'A Responses stream that was cut off has the reason length, as Chat Completions has it.',
    breaks: ['STREAM-38'],
    deviate: editEvents(api, incomplete, replace('$.response.incomplete_details.reason', 'length')),
  },
  {
    id: 'responses.completed-without-output',
    sentence: 'The last response of a stream has an empty output.',
    breaks: ['STREAM-39'],
    deviate: editEvents(api, completed, replace('$.response.output', [])),
  },
  {
    id: 'responses.completed-with-other-ids',
    sentence: 'The items of the last response of a stream have other ids than those that were streamed.',
    breaks: ['STREAM-39'],
    deviate: editEvents(
      api,
      completed,
      replace('$.response.output[*].id', (id: unknown) => `${id}0`),
    ),
  },
  {
    id: 'responses.completed-in-another-order',
    sentence: 'The calls of the last response of a stream stand in another order than they were streamed.',
    breaks: ['STREAM-39'],
    deviate: editEvents(
      api,
      completed,
      replace('$.response.output', (output: unknown) => (Array.isArray(output) ? output.toReversed() : output)),
    ),
  },
  {
    id: 'responses.completed-with-first-word',
    sentence: 'The last response of a stream has the first letters of its text only.',
    breaks: ['STREAM-39'],
    deviate: editEvents(
      api,
      completed,
      replace('$.response.output[*].content[*].text', (text: unknown) => String(text).slice(0, 4)),
    ),
  },
  {
    id: 'responses.stream-without-usage',
    sentence: 'A Responses stream does not state its usage.',
    breaks: ['STREAM-63'],
    seen: 'Portkey-AI/gateway#1259',
    deviate: editEvents(api, completed, replace('$.response.usage', null)),
  },
  {
    id: 'responses.stream-usage-in-fractions',
    sentence: 'A Responses stream counts its output in fractions of a token.',
    breaks: ['STREAM-63'],
    deviate: editEvents(api, completed, merge('$.response.usage', { output_tokens: 2.5 })),
  },
  {
    id: 'responses.stream-total-without-output',
    sentence: 'The total_tokens of a Responses stream are its input_tokens.',
    breaks: ['STREAM-63'],
    deviate: editEvents(api, completed, (event) =>
      replace('$.response.usage.total_tokens', inputTokensIn(event))(event),
    ),
  },
  {
    id: 'responses.stream-failure-as-empty-success',
    sentence: 'A Responses stream whose model fails ends with response.completed and without output.',
    breaks: ['STREAM-46'],
    seen: 'diegosouzapw/OmniRoute!8210',
    deviate: renumbered(
      exchange(api, every, (event) => {
        if (event.event === 'response.completed') return [editedEvent(event, replace('$.response.output', []))];
        return event.event === 'response.created' || event.event === 'response.in_progress' ? [event] : [];
      }),
    ),
  },
  {
    id: 'responses.stream-of-another-model',
    sentence: 'A streamed response names another model than the same response at once.',
    breaks: ['STREAM-46'],
    seen: 'BerriAI/litellm#38761',
    deviate: editEvents(api, having('$.response'), replace('$.response.model', 'another-model')),
  },
  {
    id: 'responses.stream-without-first-word',
    sentence: 'A streamed response lacks the first letter that the same response has at once.',
    breaks: ['STREAM-46'],
    seen: 'maximhq/bifrost#597',
    deviate: stream(api, function* (events) {
      const isDelta = first(named('response.output_text.delta'))();
      for (const [number, event] of [...events].entries()) {
        const edit = isDelta(event, number) ? all(withoutFirstLetter, replace('$.delta', cut)) : withoutFirstLetter;
        yield editedEvent(event, edit);
      }
    }),
  },
  {
    id: 'responses.stream-of-text-instead-of-calls',
    sentence: 'A streamed response has no function_call items.',
    breaks: ['STREAM-46'],
    deviate: forward(
      both(api, ({ body }) => body?.['stream'] === true),
      remove('$.tools'),
    ),
  },
];

function inputTokensIn(event: unknown): unknown {
  const usage = Reflect.get(Object(Reflect.get(Object(event), 'response')), 'usage');
  return Reflect.get(Object(usage), 'input_tokens');
}
