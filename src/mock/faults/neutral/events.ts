import { waiting } from '../../event-stream.js';
import type { NeutralVariant } from '../fault.js';
import { merge, remove, replace } from '../making/edit.js';
import { respond } from '../making/responses.js';
import { editEvents, every, exchange, first, having, jsonOf, named } from '../making/streams.js';
import { chat, conversations, gemini, messages, on, responses } from '../making/where.js';

const ping = { event: 'ping', data: '{"type":"ping"}' };

export const eventVariants: readonly NeutralVariant[] = [
  {
    id: 'events.pings',
    sentence: 'A ping comes before and between the events of Messages streams.',
    allowedBy: 'Anthropic API reference, Streaming messages: ping events',
    apis: messages,
    streams: true,
    deviate: exchange(on(messages), every, (event) => [ping, event]),
  },
  {
    id: 'events.keep-alive-on-responses',
    sentence: 'A Responses stream has keep-alive events.',
    allowedBy: 'openai/openai-node: clients ignore events that they do not know',
    apis: responses,
    streams: true,
    deviate: exchange(on(responses), named('response.in_progress'), (event) => [
      event,
      { event: 'keepalive', data: '{"type":"keepalive","sequence_number":0}' },
    ]),
  },
  {
    id: 'events.done-on-responses',
    sentence: 'A Responses stream ends with [DONE] behind its last event.',
    allowedBy: 'Open Responses specification, Streaming: the terminal event',
    apis: responses,
    streams: true,
    deviate: exchange(on(responses), named('response.completed', 'response.incomplete'), (event) => [
      event,
      { data: '[DONE]' },
    ]),
  },
  {
    id: 'events.empty-first-chunk',
    sentence: 'A chat stream begins with a chunk without choices.',
    allowedBy: 'Azure OpenAI reference, asynchronous filters: the first chunk has no choices',
    apis: chat,
    streams: true,
    deviate: exchange(on(chat), first(having('$.choices[0]')), (event) => {
      const opening = replace('$.choices', [])(jsonOf(event));
      return [{ data: JSON.stringify(opening) }, event];
    }),
  },
  {
    id: 'events.role-in-every-delta',
    sentence: 'Every delta of a chat stream repeats the role.',
    allowedBy: 'OpenAI API reference, chat completion chunk object: role is allowed in each delta',
    apis: chat,
    streams: true,
    deviate: editEvents(
      on(chat),
      having('$.choices[0].delta.content'),
      merge('$.choices[*].delta', { role: 'assistant' }),
    ),
  },
  {
    id: 'events.obfuscation',
    sentence: 'Chunks are padded with an obfuscation field.',
    allowedBy: 'OpenAI API reference, stream_options.include_obfuscation',
    apis: [...chat, ...responses],
    streams: true,
    deviate: editEvents(on(chat, responses), every, merge('$', { obfuscation: 'x7Qa' })),
  },
  {
    id: 'events.no-logprobs-key',
    sentence: 'The choices of chunks have no logprobs key.',
    allowedBy: 'OpenAI API reference, chat completion chunk object: logprobs is optional',
    apis: chat,
    streams: true,
    deviate: editEvents(on(chat), every, remove('$.choices[*].logprobs')),
  },
  {
    id: 'events.extra-fields',
    sentence: 'Every event has a field that no reference names.',
    allowedBy: 'OpenAI API reference, Backwards compatibility: new properties',
    streams: true,
    deviate: editEvents(on(conversations), every, merge('$', { x_gateway_trace: { hop: 1 } })),
  },
  {
    id: 'events.empty-deltas',
    sentence: 'Deltas that add nothing come between the others.',
    allowedBy: 'OpenAI API reference, chat completion chunk object: content may be empty',
    apis: chat,
    streams: true,
    deviate: exchange(on(chat), having('$.choices[0].delta.content'), (event) => [
      event,
      { data: JSON.stringify(replace('$.choices[*].delta', { content: '' })(jsonOf(event))) },
    ]),
  },
  {
    id: 'events.citations-null',
    sentence: 'Text blocks of Messages have citations that are null.',
    allowedBy: 'Anthropic API reference, text block: citations may be null',
    apis: messages,
    streams: true,
    deviate: editEvents(on(messages), named('content_block_start'), merge('$[?@.type == "text"]', { citations: null })),
  },
  {
    id: 'events.usage-null-on-the-way',
    sentence: 'Chunks before the last have a usage that is null.',
    allowedBy: 'OpenAI API reference, stream_options.include_usage: usage is null in all but the last chunk',
    apis: chat,
    streams: true,
    deviate: editEvents(on(chat), having('$.choices[0]'), merge('$', { usage: null })),
  },
  {
    id: 'events.more-details-of-usage',
    sentence: 'The usage of Gemini chunks has details by modality.',
    allowedBy: 'Gemini API reference, UsageMetadata: promptTokensDetails',
    apis: gemini,
    streams: true,
    deviate: editEvents(
      on(gemini),
      having('$.usageMetadata'),
      merge('$.usageMetadata', { promptTokensDetails: [{ modality: 'TEXT', tokenCount: 1 }] }),
    ),
  },
  {
    id: 'events.pauses',
    sentence: 'The model takes its time between events.',
    allowedBy: 'RFC 9110, section 2.1: nothing bounds the time of a response within the limits of a target',
    streams: true,
    deviate: respond(on(conversations), (message) =>
      message.body.kind === 'events' ? { ...message, body: { ...message.body, pace: waiting(4) } } : message,
    ),
  },
];
