import type { ServerSentEvent } from '../../server-sent-events.js';
import type { NeutralVariant } from '../fault.js';
import { all, merge, replace, supply } from '../making/edit.js';
import { pieceOf, withPiece } from '../making/pieces.js';
import { answers } from '../making/responses.js';
import { editEverywhere } from '../making/spelling.js';
import { editEvents, editedEvent, every, exchange, having, jsonOf, stream } from '../making/streams.js';
import { both, chat, on, type Where } from '../making/where.js';

const reference = 'OpenAI API reference';

const forcedToOne: Where = ({ body }) => JSON.stringify(body?.['tool_choice'])?.includes('"name"') === true;

export const chatVariants: readonly NeutralVariant[] = [
  {
    id: 'chat.null-members',
    sentence: 'What an answer need not have is null.',
    allowedBy: `${reference}, chat completion object and chat completion chunk object: nullable members`,
    apis: chat,
    deviate: editEverywhere(
      on(chat),
      all(
        supply('$', { service_tier: null, system_fingerprint: null }),
        supply('$.choices[*].delta', { refusal: null }),
      ),
    ),
  },
  {
    id: 'chat.usage-details',
    sentence: 'Usage is broken down by kind.',
    allowedBy: `${reference}, chat completion object, usage`,
    apis: chat,
    deviate: editEverywhere(
      on(chat),
      supply('$.usage', {
        prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
        completion_tokens_details: {
          reasoning_tokens: 0,
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
        },
      }),
    ),
  },
  {
    id: 'chat.obfuscation',
    sentence: 'Chunks are padded with an obfuscation.',
    allowedBy: `${reference}, chat completions, stream_options.include_obfuscation`,
    apis: chat,
    streams: true,
    deviate: editEvents(on(chat), every, merge('$', { obfuscation: 'aXk3' })),
  },
  {
    id: 'chat.opening-chunk-without-choices',
    sentence: 'The first chunk has no choices, only what a filter found in the prompt.',
    allowedBy: 'Azure OpenAI documentation, Content streaming: prompt_filter_results',
    apis: chat,
    streams: true,
    deviate: stream(on(chat), function* (events) {
      let opened = false;
      for (const event of events) {
        if (!opened) yield editedEvent(event, all(replace('$.choices', []), merge('$', { prompt_filter_results: [] })));
        opened = true;
        yield event;
      }
    }),
  },
  {
    id: 'chat.role-in-every-delta',
    sentence: 'Every delta states the role.',
    allowedBy: `${reference}, chat completion chunk object, delta.role`,
    apis: chat,
    streams: true,
    deviate: editEvents(on(chat), every, merge('$.choices[*].delta', { role: 'assistant' })),
  },
  {
    id: 'chat.empty-deltas',
    sentence: 'A delta with an empty text follows each delta.',
    allowedBy: `${reference}, chat completion chunk object, delta.content`,
    apis: chat,
    streams: true,
    deviate: exchange(on(chat), having('$.choices[*].delta.content'), (event) => [
      event,
      editedEvent(event, replace('$.choices[*].delta', { content: '' })),
    ]),
  },
  {
    id: 'chat.letter-by-letter',
    sentence: 'Every delta has one character.',
    allowedBy: `${reference}, chat completion chunk object, delta.content`,
    apis: chat,
    streams: true,
    deviate: exchange(on(chat), having('$.choices[*].delta.content'), (event) => {
      const letters = [...(pieceOf(event) ?? '')];
      return letters.length < 2 ? [event] : letters.map((letter) => withPiece(event, letter));
    }),
  },
  {
    id: 'chat.reasoning-beside-content',
    sentence: 'Messages and deltas have a reasoning_content beside their content.',
    allowedBy: 'OpenAI API reference, Backwards compatibility: new members may come at any time',
    apis: chat,
    deviate: editEverywhere(on(chat), merge("$.choices[*]['message', 'delta']", { reasoning_content: null })),
  },
  {
    id: 'chat.content-as-blocks',
    sentence: 'The content of a message is a list of text blocks.',
    allowedBy: 'Databricks documentation, Foundation model REST API reference: content is a string or a list of blocks',
    apis: chat,
    deviate: answers(
      on(chat),
      replace('$.choices[*].message.content', (content: unknown) =>
        typeof content === 'string' && content !== '' ? [{ type: 'text', text: content }] : content,
      ),
    ),
  },
  {
    id: 'chat.forced-call-ends-with-stop',
    sentence: 'An answer that was forced to call one function finishes with stop.',
    allowedBy: 'OpenAI guide, Function calling: a forced function finishes with stop',
    apis: chat,
    deviate: editEverywhere(
      both(on(chat), forcedToOne),
      replace('$.choices[*].finish_reason', (reason: unknown) => (reason === 'tool_calls' ? 'stop' : reason)),
    ),
  },
  {
    id: 'chat.interleaved-calls',
    sentence: 'The argument fragments of parallel tool calls alternate.',
    allowedBy: `${reference}, chat completion chunk object, tool_calls.index`,
    apis: chat,
    streams: true,
    deviate: stream(on(chat), interleaved),
  },
  {
    id: 'chat.empty-id-on-later-fragments',
    sentence: 'The later deltas of a tool call have an empty id.',
    allowedBy: `${reference}, chat completion chunk object, tool_calls.id`,
    apis: chat,
    streams: true,
    deviate: editEvents(
      on(chat),
      having('$.choices[*].delta.tool_calls[?!@.id]'),
      merge('$.choices[*].delta.tool_calls[*]', { id: '', type: 'function' }),
    ),
  },
];

/** Deltas of tool calls, one of each call in turn. */
function* interleaved(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  const calls: ServerSentEvent[][] = [];
  for (const event of events) {
    const index = callIndexOf(event);
    if (index !== undefined) {
      calls[index] ??= [];
      calls[index].push(event);
      continue;
    }
    while (calls.some((held) => held.length > 0)) yield* calls.flatMap((held) => held.splice(0, 1));
    yield event;
  }
}

function callIndexOf(event: ServerSentEvent): number | undefined {
  const found = /"tool_calls":\[\{"index":(\d+)/.exec(jsonOf(event) === undefined ? '' : event.data);
  return found === null ? undefined : Number(found[1]);
}
