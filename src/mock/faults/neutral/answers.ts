import type { MessageBody } from '../../gateway/message.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import type { NeutralVariant } from '../fault.js';
import { all, merge, remove, replace } from '../making/edit.js';
import { answers, errors, respond } from '../making/responses.js';
import { editedEvent } from '../making/streams.js';
import {
  anywhere,
  chat,
  conversations,
  embeddings,
  gemini,
  messages,
  on,
  onModelApis,
  responses,
} from '../making/where.js';

const newProperties = 'OpenAI API reference, Backwards compatibility: new properties';

export const answerVariants: readonly NeutralVariant[] = [
  {
    id: 'answers.extra-fields',
    sentence: 'Every object of an answer has a field that no reference names.',
    allowedBy: newProperties,
    deviate: answers(
      onModelApis,
      all(merge('$', { x_gateway: { region: 'simulated' } }), merge('$.usage', { x_cost: 0.001 })),
    ),
  },
  {
    id: 'answers.content-as-blocks',
    sentence: 'The content of a chat answer is a list of text blocks.',
    allowedBy: 'tidyverse/ellmer#822: hosted models answer so, and the requirement allows it',
    apis: chat,
    deviate: answers(
      on(chat),
      replace('$.choices[*].message.content', (content: unknown) =>
        typeof content === 'string' ? [{ type: 'text', text: content }] : content,
      ),
    ),
  },
  {
    id: 'answers.no-optional-keys',
    sentence: 'A chat answer leaves out refusal and logprobs.',
    allowedBy: 'OpenAI API reference, chat completion object: both may be null, and clients read them as missing',
    apis: chat,
    deviate: answers(
      on(chat),
      all(
        replace('$.choices[*].message', (message: unknown) =>
          Reflect.get(Object(message), 'refusal') === null ? remove('$.refusal')(message) : message,
        ),
        remove('$.choices[*].logprobs'),
      ),
    ),
  },
  {
    id: 'answers.service-tier-and-fingerprint',
    sentence: 'A chat answer has a service tier and a fingerprint.',
    allowedBy: 'OpenAI API reference, chat completion object',
    apis: chat,
    deviate: answers(on(chat), merge('$', { service_tier: 'default', system_fingerprint: 'fp_1' })),
  },
  {
    id: 'answers.details-of-usage',
    sentence: 'The usage of a chat answer says what was read from a cache.',
    allowedBy: 'OpenAI API reference, usage.prompt_tokens_details',
    apis: chat,
    deviate: answers(on(chat), merge('$.usage', { prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 } })),
  },
  {
    id: 'answers.cache-usage-on-messages',
    sentence: 'The usage of a Messages answer says what was written to a cache, and null for a tier.',
    allowedBy: 'Anthropic API reference, usage',
    apis: messages,
    deviate: answers(
      on(messages),
      merge('$.usage', { cache_creation_input_tokens: 0, cache_read_input_tokens: 0, service_tier: 'standard' }),
    ),
  },
  {
    id: 'answers.citations-null',
    sentence: 'The text blocks of a Messages answer have citations that are null.',
    allowedBy: 'Anthropic API reference, text block: citations may be null',
    apis: messages,
    deviate: answers(on(messages), merge('$.content[?@.type == "text"]', { citations: null })),
  },
  {
    id: 'answers.container-null',
    sentence: 'A Messages answer has a container that is null.',
    allowedBy: 'Anthropic API reference, message object: container may be null',
    apis: messages,
    deviate: answers(on(messages), merge('$', { container: null, context_management: null })),
  },
  {
    id: 'answers.ratings-on-gemini',
    sentence: 'The candidates of a Gemini answer have safety ratings and an average log probability.',
    allowedBy: 'Gemini API reference, Candidate',
    apis: gemini,
    deviate: answers(
      on(gemini),
      merge('$.candidates[*]', {
        safetyRatings: [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'NEGLIGIBLE' }],
        avgLogprobs: -0.1,
      }),
    ),
  },
  {
    id: 'answers.create-time-on-gemini',
    sentence: 'A Gemini answer says when it was made.',
    allowedBy: 'Gemini API on Vertex AI reference, GenerateContentResponse.createTime',
    apis: gemini,
    deviate: answers(on(gemini), merge('$', { createTime: '2026-01-01T00:00:00Z' })),
  },
  {
    id: 'answers.more-of-a-response',
    sentence: 'A response states defaults of what was not asked for.',
    allowedBy: 'OpenAI API reference, the response object',
    apis: responses,
    deviate: answers(
      on(responses),
      merge('$', { background: false, service_tier: 'auto', top_logprobs: 0, safety_identifier: null }),
    ),
  },
  {
    id: 'answers.more-of-a-vector',
    sentence: 'The vectors of an embeddings answer come with a field that no reference names.',
    allowedBy: newProperties,
    apis: embeddings,
    deviate: answers(on(embeddings), merge('$.data[*]', { x_norm: 1 })),
  },
  {
    id: 'answers.keys-in-another-order',
    sentence: 'The keys of every object stand in another order.',
    allowedBy: 'RFC 8259, section 4: an object is an unordered collection',
    deviate: answers(anywhere, reversedKeys),
  },
  {
    id: 'answers.escaped-json',
    sentence: 'JSON escapes everything outside ASCII, and slashes.',
    allowedBy: 'RFC 8259, section 7 (Strings)',
    deviate: respond(anywhere, (message) =>
      message.body.kind === 'json'
        ? { ...message, body: { kind: 'text', text: escaped(message.body.value) } }
        : message,
    ),
  },
  {
    id: 'answers.pretty-printed',
    sentence: 'JSON is indented, and ends with a line feed.',
    allowedBy: 'RFC 8259, section 2: insignificant white space',
    deviate: respond(anywhere, (message) =>
      message.body.kind === 'json'
        ? { ...message, body: { kind: 'text', text: `${JSON.stringify(message.body.value, null, 2)}\n` } }
        : message,
    ),
  },
  {
    id: 'answers.ids-of-another-form',
    sentence: 'Answers have short ids.',
    allowedBy: 'OpenAI API reference: an id is an opaque string',
    apis: [...chat, ...messages],
    deviate: () => {
      let number = 0;
      return answers(on(chat, messages), (value: unknown) => {
        number += 1;
        return replace('$.id', (id: unknown) => (/^(chatcmpl|msg)_/.test(String(id)) ? `a${number}` : id))(value);
      })();
    },
  },
  {
    id: 'answers.errors-with-more-to-say',
    sentence: 'Errors have a request id and a link beside what they have to have.',
    allowedBy: 'Databricks REST API reference, errors: details',
    deviate: errors(onModelApis, merge('$', { request_id: 'req_1', documentation: 'https://example.com/errors' })),
  },
  {
    id: 'answers.no-details-of-errors',
    sentence: 'Errors have a code and a message only.',
    allowedBy: 'Databricks REST API reference, errors',
    deviate: errors(onModelApis, remove('$.details')),
  },
  {
    id: 'answers.model-under-another-id',
    sentence: 'Answers name the provider model with a date behind it.',
    allowedBy: 'No source says how the model of an answer relates to the one of the request',
    deviate: respond(on(conversations), ({ body, ...message }) => ({
      ...message,
      body: body.kind === 'events' ? { ...body, events: datedEvents(body.events) } : dated(body),
    })),
  },
];

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversedKeys(member)]),
  );
}

function escaped(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const withDate = all(
  ...['$.model', '$.modelVersion', '$.message.model', '$.response.model'].map((path) =>
    replace(path, (model: unknown) => `${model}-v2`),
  ),
);

function dated(body: Exclude<MessageBody, { readonly kind: 'events' }>): MessageBody {
  return body.kind === 'json' ? { ...body, value: withDate(body.value) } : body;
}

function* datedEvents(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  for (const event of events) yield editedEvent(event, withDate);
}
