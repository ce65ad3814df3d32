import type { Fault } from '../fault.js';
import { merge, replace } from '../making/edit.js';
import { errorsAs } from '../making/error-forms.js';
import { askingNothing, by, malformed, mend } from '../making/requests.js';
import { errorOf, respond, statuses } from '../making/responses.js';
import { believeServices } from '../making/services.js';
import { asking, both, chat, gemini, messages, on, onModelApis, saying } from '../making/where.js';

const withoutModel = both(onModelApis, (asked) => asked.body !== undefined && !asking('$.model')(asked));
const prompts = ['messages', 'input', 'contents'];
const isMistyped = both(onModelApis, ({ body }) =>
  prompts.some((name) => ['number', 'boolean'].includes(typeof body?.[name])),
);
const isLabelledOtherwise = both(
  onModelApis,
  ({ method, headers }) => method === 'POST' && !/^application\/json/i.test(headers.get('content-type') ?? ''),
);
const greeting = [{ role: 'user', content: 'Hello' }];
const contextWindow = 4 * 1024 * 1024;

export const errorStatusFaults: readonly Fault[] = [
  {
    id: 'errors.invalid-as-409',
    sentence: 'An invalid request is answered with status 409, which clients send again.',
    breaks: ['ERR-04'],
    deviate: statuses(onModelApis, 400, 409),
  },
  {
    id: 'errors.invalid-as-408',
    sentence: 'A request that asks nothing is answered with status 408, which clients send again.',
    breaks: ['ERR-04', 'ERR-06', 'ERR-10'],
    deviate: statuses(askingNothing, 400, 408),
  },
  {
    id: 'errors.invalid-as-500',
    sentence: 'Whatever is wrong with a request is an internal error.',
    breaks: ['ERR-04', 'ERR-05', 'ERR-06', 'ERR-07', 'ERR-09', 'ERR-10', 'ERR-19', 'ERR-25'],
    seen: 'BerriAI/litellm!31213',
    deviate: statuses(onModelApis, 400, 500),
  },
  {
    id: 'errors.no-model-as-500',
    sentence: 'A request without a model is an internal error.',
    breaks: ['ERR-05', 'ERR-10'],
    deviate: statuses(withoutModel, 400, 500),
  },
  {
    id: 'errors.no-messages-answered',
    sentence: 'A request without messages is answered like a greeting.',
    breaks: ['ERR-04', 'ERR-06', 'ERR-10'],
    deviate: mend(both(on(chat, messages), askingNothing), merge('$', { messages: greeting })),
  },
  {
    id: 'errors.malformed-as-500',
    sentence: 'Malformed JSON is an internal error.',
    breaks: ['ERR-07', 'ERR-10'],
    deviate: statuses(both(onModelApis, malformed), 400, 500),
  },
  {
    id: 'errors.malformed-as-422',
    sentence: 'Malformed JSON is answered with status 422.',
    breaks: ['ERR-10', 'ERR-26'],
    deviate: statuses(both(onModelApis, malformed), 400, 422),
  },
  {
    id: 'errors.malformed-as-text',
    sentence: 'Malformed JSON is answered with the JSON that was sent.',
    breaks: ['ERR-07'],
    deviate: errorsAs(both(onModelApis, malformed), 'text/plain', () => '{"model": "system.ai'),
  },
  {
    id: 'errors.other-content-type-as-500',
    sentence: 'A request whose content type is not JSON is an internal error.',
    breaks: ['ERR-08', 'ERR-10'],
    deviate: respond(isLabelledOtherwise, () => errorOf(500, 'INTERNAL_ERROR', 'Unsupported media type.')),
  },
  {
    id: 'errors.get-as-500',
    sentence: 'GET on a path that takes POST is an internal error.',
    breaks: ['ERR-09', 'ERR-10'],
    deviate: statuses(both(onModelApis, by('GET')), 400, 500),
  },
  {
    id: 'errors.get-answered',
    sentence: 'GET on a path that takes POST is answered with an empty object.',
    breaks: ['ERR-09', 'ERR-10'],
    deviate: respond(both(onModelApis, by('GET')), (message) => ({
      ...message,
      status: 200,
      body: { kind: 'json', value: {} },
    })),
  },
  {
    id: 'errors.too-long-as-500',
    sentence: 'A prompt that is longer than the context window is an internal error.',
    breaks: ['ERR-19'],
    deviate: statuses(({ bytes }) => bytes > contextWindow, 400, 500),
  },
  {
    id: 'errors.mistyped-as-500',
    sentence: 'A number in the place of messages, input or contents is an internal error.',
    breaks: ['ERR-25'],
    deviate: statuses(isMistyped, 400, 500),
  },
  {
    id: 'errors.text-as-messages',
    sentence: 'A text in the place of messages is read as one message of the user.',
    breaks: ['ERR-04', 'ERR-25'],
    deviate: mend(
      on(chat, messages),
      replace('$.messages', (given: unknown) =>
        typeof given === 'string' ? [{ role: 'user', content: given }] : given,
      ),
    ),
  },
  {
    id: 'errors.text-as-contents',
    sentence: 'A text in the place of contents is read as one content of the user.',
    breaks: ['ERR-25'],
    deviate: mend(
      on(gemini),
      replace('$.contents', (given: unknown) =>
        typeof given === 'string' ? [{ role: 'user', parts: [{ text: given }] }] : given,
      ),
    ),
  },
  {
    id: 'errors.served-elsewhere-answered',
    sentence: 'A model that is not served in the region is answered by one that is.',
    breaks: ['ERR-27', 'ERR-28'],
    deviate: believeServices(({ servedElsewhere: _, ...service }) => service),
  },
  {
    id: 'errors.served-elsewhere-as-500',
    sentence: 'A model that is not served in the region is an internal error.',
    breaks: ['ERR-28'],
    deviate: respond(saying('elsewhere-sim'), () => errorOf(500, 'INTERNAL_ERROR', 'The request failed.')),
  },
];
