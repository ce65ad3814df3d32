import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { isRecord, remove, replace } from '../making/edit.js';
import { mend } from '../making/requests.js';
import { errorOf, respond, statuses } from '../making/responses.js';
import { texts } from '../making/texts.js';
import { both, on, responses, saying } from '../making/where.js';

const api = on(responses);
const refuse = () => errorOf(400, 'BAD_REQUEST', 'The input is not supported.');

export const responsesRequestFaults: readonly Fault[] = [
  {
    id: 'responses.earlier-answers-lost',
    sentence: 'What the assistant said earlier does not reach the model.',
    breaks: ['RESP-04', 'RESP-47'],
    deviate: forward(api, remove("$.input[?@.role == 'assistant']")),
  },
  {
    id: 'responses.first-part-only',
    sentence: 'Only the first part of each message reaches the model.',
    breaks: ['RESP-04'],
    deviate: forward(api, remove('$.input[*].content[1:]')),
  },
  {
    id: 'responses.output-text-refused',
    sentence: 'An input with an earlier answer of the assistant is refused.',
    breaks: ['RESP-04', 'RESP-47'],
    deviate: respond(both(api, saying('output_text')), refuse),
  },
  {
    id: 'responses.last-turn-only',
    sentence: 'Only the last message of a conversation reaches the model.',
    breaks: ['RESP-04', 'RESP-47'],
    deviate: forward(api, remove('$.input[:-1]')),
  },
  {
    id: 'responses.input-as-text-refused',
    sentence: 'An input that is one text is refused.',
    breaks: ['RESP-14'],
    deviate: respond(
      both(api, ({ body }) => typeof body?.['input'] === 'string'),
      refuse,
    ),
  },
  {
    id: 'responses.content-as-text-refused',
    sentence: 'A message whose content is one text is refused.',
    breaks: ['RESP-14'],
    deviate: respond(both(api, hasPlainContent), refuse),
  },
  {
    id: 'responses.no-input-answered',
    sentence: 'A request without input is answered like an empty prompt.',
    breaks: ['RESP-08'],
    deviate: mend(api, (body) => (isRecord(body) && body['input'] === undefined ? { ...body, input: ' ' } : body)),
  },
  {
    id: 'responses.no-input-as-500',
    sentence: 'A request without input is an internal error.',
    breaks: ['RESP-08'],
    deviate: statuses(
      both(api, ({ body }) => body?.['input'] === undefined),
      400,
      500,
    ),
  },
  {
    id: 'responses.instructions-lost',
    sentence: 'The instructions of a request do not reach the model.',
    breaks: ['RESP-45'],
    deviate: forward(api, remove('$.instructions')),
  },
  {
    id: 'responses.texts-normalized',
    sentence: 'Texts of a request are normalized on the way to the model.',
    breaks: ['RESP-26', 'RESP-46'],
    deviate: forward(
      api,
      texts((text) => text.normalize('NFC')),
    ),
  },
  {
    id: 'responses.texts-in-ascii',
    sentence: 'Characters outside ASCII reach the model as question marks.',
    breaks: ['RESP-26', 'RESP-46'],
    seen: 'api7/aisix#111',
    deviate: forward(
      api,
      texts((text) => text.replace(/[^\p{ASCII}]/gu, '?')),
    ),
  },
  {
    id: 'responses.texts-trimmed',
    sentence: 'White space at the end of a text does not reach the model.',
    breaks: ['RESP-46'],
    deviate: forward(
      api,
      texts((text) => text.trimEnd()),
    ),
  },
  {
    id: 'responses.unknown-role-answered',
    sentence: 'A message whose role does not exist is read as one of the user.',
    breaks: ['RESP-52'],
    deviate: mend(api, replace("$.input[?@.role == 'robot'].role", 'user')),
  },
  {
    id: 'responses.images-lost',
    sentence: 'Images do not reach the model.',
    breaks: ['RESP-37'],
    seen: 'musistudio/claude-code-router#1678',
    deviate: forward(api, remove("$.input[*].content[?@.type == 'input_image']")),
  },
  {
    id: 'responses.images-in-another-order',
    sentence: 'The parts of a message reach the model in another order.',
    breaks: ['RESP-37'],
    deviate: forward(
      api,
      replace('$.input[*].content', (parts: unknown) => (Array.isArray(parts) ? parts.toReversed() : parts)),
    ),
  },
  {
    id: 'responses.image-as-placeholder',
    sentence: 'An image reaches the model as a sentence that says there was one.',
    breaks: ['RESP-37'],
    seen: 'theopenco/llmgateway#4149',
    deviate: forward(
      api,
      replace("$.input[*].content[?@.type == 'input_image']", { type: 'input_text', text: '[image]' }),
    ),
  },
  {
    id: 'responses.image-in-lines',
    sentence: 'An image reaches the model with line breaks in its base64.',
    breaks: ['RESP-37'],
    deviate: forward(
      api,
      replace('$.input[*].content[*].image_url', (url: unknown) => String(url).replace(/.{76}/g, '$&\n')),
    ),
  },
];

function hasPlainContent({ body }: { readonly body?: Readonly<Record<string, unknown>> }): boolean {
  const input = body?.['input'];
  return Array.isArray(input) && input.some((item) => isRecord(item) && typeof item['content'] === 'string');
}
