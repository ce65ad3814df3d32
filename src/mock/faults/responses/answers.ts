import type { Fault } from '../fault.js';
import { all, merge, remove, rename, replace } from '../making/edit.js';
import { responseObjects } from '../making/response-objects.js';
import { answers } from '../making/responses.js';
import { on, responses } from '../making/where.js';

const api = on(responses);

export const responsesAnswerFaults: readonly Fault[] = [
  {
    id: 'responses.object-of-chat',
    sentence: 'A response calls itself a chat.completion.',
    breaks: ['RESP-01'],
    deviate: answers(api, replace('$.object', 'chat.completion')),
  },
  {
    id: 'responses.no-id',
    sentence: 'A response has no id.',
    breaks: ['RESP-01'],
    deviate: answers(api, remove('$.id')),
  },
  {
    id: 'responses.no-model',
    sentence: 'A response does not say which model answered.',
    breaks: ['RESP-01'],
    deviate: answers(api, replace('$.model', null)),
  },
  {
    id: 'responses.created-in-milliseconds',
    sentence: 'A response says in milliseconds when it was made.',
    breaks: ['RESP-01'],
    deviate: answers(
      api,
      replace('$.created_at', (time: unknown) => Number(time) * 1000),
    ),
  },
  {
    id: 'responses.created-of-chat',
    sentence: 'A response says when it was made in a field of Chat Completions.',
    breaks: ['RESP-01'],
    deviate: answers(api, rename('$', 'created_at', 'created')),
  },
  {
    id: 'responses.output-as-text',
    sentence: 'A response has its text as output instead of a list of items.',
    breaks: ['RESP-01', 'RESP-41'],
    deviate: answers(api, replace('$.output', 'Hello!')),
  },
  {
    id: 'responses.status-done',
    sentence: 'A response has the status done.',
    breaks: ['RESP-02', 'RESP-44'],
    deviate: answers(api, replace('$.status', 'done')),
  },
  {
    id: 'responses.reason-length',
    sentence: 'A response that is cut short has the reason length, as Chat Completions has it.',
    breaks: ['RESP-02', 'RESP-06'],
    deviate: responseObjects(replace('$.incomplete_details.reason', 'length')),
  },
  {
    id: 'responses.cut-short-as-completed',
    sentence: 'A response that is cut short says that it is completed.',
    breaks: ['RESP-06'],
    deviate: answers(api, (body: unknown) =>
      Reflect.get(Object(body), 'status') === 'incomplete'
        ? merge('$', { status: 'completed', incomplete_details: null })(body)
        : body,
    ),
  },
  {
    id: 'responses.whole-as-incomplete',
    sentence: 'Every response says that it was cut short.',
    breaks: ['RESP-44', 'RESP-39'],
    deviate: answers(api, merge('$', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })),
  },
  {
    id: 'responses.empty-text',
    sentence: 'The text of a response is empty.',
    breaks: ['RESP-03'],
    seen: 'leonardovida/duckdb-ai#85',
    deviate: answers(api, replace('$.output[*].content[*].text', '')),
  },
  {
    id: 'responses.no-message',
    sentence: 'A response has no message item.',
    breaks: ['RESP-03'],
    deviate: answers(api, remove("$.output[?@.type == 'message']")),
  },
  {
    id: 'responses.usage-of-chat',
    sentence: 'The usage of a response has the names of Chat Completions.',
    breaks: ['RESP-05'],
    deviate: answers(
      api,
      all(rename('$.usage', 'input_tokens', 'prompt_tokens'), rename('$.usage', 'output_tokens', 'completion_tokens')),
    ),
  },
  {
    id: 'responses.no-usage',
    sentence: 'A response does not state its usage.',
    breaks: ['RESP-05', 'RESP-49'],
    deviate: answers(api, replace('$.usage', null)),
  },
  {
    id: 'responses.total-off-by-one',
    sentence: 'The total_tokens of a response are one too many.',
    breaks: ['RESP-05'],
    deviate: answers(
      api,
      replace('$.usage.total_tokens', (total: unknown) => Number(total) + 1),
    ),
  },
  {
    id: 'responses.usage-zero',
    sentence: 'A response counts no tokens at all.',
    breaks: ['RESP-49'],
    seen: 'vercel/ai#17326',
    deviate: answers(api, merge('$.usage', { input_tokens: 0, output_tokens: 0, total_tokens: 0 })),
  },
  {
    id: 'responses.no-instructions',
    sentence: 'A response leaves out the fields for which it has no value.',
    breaks: ['RESP-13'],
    deviate: answers(api, all(remove('$.instructions'), remove('$.error'), remove('$.incomplete_details'))),
  },
  {
    id: 'responses.no-tools',
    sentence: 'A response does not say which tools were offered.',
    breaks: ['RESP-13'],
    deviate: answers(api, remove('$.tools')),
  },
  {
    id: 'responses.one-id',
    sentence: 'All responses have the same id.',
    breaks: ['RESP-40'],
    deviate: answers(api, replace('$.id', 'resp_0')),
  },
  {
    id: 'responses.content-as-text',
    sentence: 'The content of a message item is a text instead of a list of parts.',
    breaks: ['RESP-41'],
    deviate: answers(api, replace('$.output[*].content', 'Hello!')),
  },
  {
    id: 'responses.no-annotations',
    sentence: 'A text part of a response has no list of annotations.',
    breaks: ['RESP-41'],
    deviate: answers(api, remove('$.output[*].content[*].annotations')),
  },
  {
    id: 'responses.part-without-type',
    sentence: 'A part of a response does not say of which type it is.',
    breaks: ['RESP-41'],
    deviate: answers(api, remove('$.output[*].content[*].type')),
  },
  {
    id: 'responses.role-model',
    sentence: 'A message item has the role model, as the Gemini API has it.',
    breaks: ['RESP-42'],
    deviate: answers(api, replace('$.output[*].role', 'model')),
  },
];
