import type { NeutralVariant } from '../fault.js';
import { all, isRecord, merge, replace } from '../making/edit.js';
import { withPiece } from '../making/pieces.js';
import { answers } from '../making/responses.js';
import { editEverywhere } from '../making/spelling.js';
import { editEvents, every, exchange, first, having, named } from '../making/streams.js';
import { messages, on } from '../making/where.js';

const streaming = 'Anthropic API reference, Streaming Messages';
const ping = { event: 'ping', data: '{"type": "ping"}' };

const moreUsage = {
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
  server_tool_use: null,
  service_tier: 'standard',
};

export const messagesVariants: readonly NeutralVariant[] = [
  {
    id: 'messages.pings',
    sentence: 'A ping comes before message_start and before every other event.',
    allowedBy: `${streaming}, Ping events`,
    apis: messages,
    streams: true,
    deviate: exchange(on(messages), every, (event) => [ping, event]),
  },
  {
    id: 'messages.unknown-events',
    sentence: 'An event of a new type comes between two others.',
    allowedBy: 'Anthropic API, Versioning: new event types may come, and clients should handle them',
    apis: messages,
    streams: true,
    deviate: exchange(on(messages), first(named('content_block_delta')), (event) => [
      { event: 'content_block_annotation', data: '{"type":"content_block_annotation","index":0}' },
      event,
    ]),
  },
  {
    id: 'messages.null-citations',
    sentence: 'The citations of a text are null.',
    allowedBy: 'Anthropic API reference, Messages: citations is nullable',
    apis: messages,
    deviate: editEverywhere(
      on(messages),
      replace("$['content', 'content_block']", (old: unknown) => withCitations(old)),
    ),
  },
  {
    id: 'messages.more-usage',
    sentence: 'Usage counts what was cached and what servers did.',
    allowedBy: 'Anthropic API reference, Messages, usage',
    apis: messages,
    deviate: editEverywhere(
      on(messages),
      all(merge('$.usage', moreUsage), merge('$.message.usage', moreUsage), merge('$.message', { container: null })),
    ),
  },
  {
    id: 'messages.output-tokens-only',
    sentence: 'The usage of message_delta counts nothing but the output.',
    allowedBy: `${streaming}, Basic streaming request`,
    apis: messages,
    streams: true,
    deviate: editEvents(
      on(messages),
      named('message_delta'),
      replace('$.usage', (usage: unknown) => (isRecord(usage) ? { output_tokens: usage['output_tokens'] } : usage)),
    ),
  },
  {
    id: 'messages.two-message-deltas',
    sentence: 'A message_delta that states no reason yet goes before the one that does.',
    allowedBy: `${streaming}, Event types: one or more message_delta events`,
    apis: messages,
    streams: true,
    deviate: exchange(on(messages), first(named('message_delta')), (event) => [
      {
        event: 'message_delta',
        data: '{"type":"message_delta","delta":{"stop_reason":null,"stop_sequence":null},"usage":{"output_tokens":0}}',
      },
      event,
    ]),
  },
  {
    id: 'messages.empty-deltas',
    sentence: 'A delta with an empty text follows the first.',
    allowedBy: `${streaming}, Text delta`,
    apis: messages,
    streams: true,
    deviate: exchange(on(messages), first(having('$.delta.text')), (event) => [event, withPiece(event, '')]),
  },
  {
    id: 'messages.two-text-blocks',
    sentence: 'The text of an answer is spread over two blocks.',
    allowedBy: 'Anthropic API reference, Messages, content',
    apis: messages,
    deviate: answers(
      on(messages),
      replace('$.content', (blocks: unknown) => (Array.isArray(blocks) ? blocks.flatMap(halves) : blocks)),
    ),
  },
];

function withCitations(old: unknown): unknown {
  if (Array.isArray(old)) return old.map(withCitations);
  return isRecord(old) && old['type'] === 'text' ? { ...old, citations: null } : old;
}

function halves(block: unknown): readonly unknown[] {
  if (!isRecord(block) || typeof block['text'] !== 'string') return [block];
  const letters = [...block['text']];
  if (letters.length < 2) return [block];
  const middle = Math.floor(letters.length / 2);
  return [letters.slice(0, middle), letters.slice(middle)].map((half) => ({ ...block, text: half.join('') }));
}
