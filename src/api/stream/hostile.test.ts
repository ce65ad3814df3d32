import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { apis } from '../apis.js';
import { event, framesOf, unnamed } from '../testing/streams.js';

const words = [
  'message_start',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
  'message_delta',
  'message_stop',
  'error',
  'ping',
  'text',
  'tool_use',
  'thinking',
  'text_delta',
  'input_json_delta',
  'signature_delta',
  'citations_delta',
  'redacted_thinking',
  'chat.completion.chunk',
  'assistant',
  'model',
  'STOP',
  'function',
  'stop',
  'tool_calls',
  'end_turn',
  'response.created',
  'response.output_item.added',
  'response.output_item.done',
  'response.content_part.added',
  'response.content_part.done',
  'response.output_text.delta',
  'response.output_text.done',
  'response.function_call_arguments.delta',
  'response.completed',
  'response.failed',
  'function_call',
  'output_text',
  'completed',
  '{}',
  '',
];
const keys = [
  'type',
  'index',
  'message',
  'content_block',
  'delta',
  'content',
  'usage',
  'input',
  'id',
  'name',
  'text',
  'thinking',
  'partial_json',
  'signature',
  'citation',
  'refusal',
  'data',
  'stop_reason',
  'stop_sequence',
  'input_tokens',
  'output_tokens',
  'error',
  'choices',
  'finish_reason',
  'tool_calls',
  'function',
  'arguments',
  'role',
  'object',
  'created',
  'model',
  'total_tokens',
  'response',
  'item',
  'item_id',
  'part',
  'output',
  'output_index',
  'content_index',
  'sequence_number',
  'status',
  'summary',
  'candidates',
  'parts',
  'functionCall',
  'args',
  'finishReason',
  'thought',
  'promptFeedback',
  'blockReason',
  'usageMetadata',
  'promptTokenCount',
  'totalTokenCount',
  'responseId',
  'code',
  '__proto__',
];

/** JSON that is made of what the grammars look at, so that it gets far into them. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom<Json>(null, true, 0, 1, -1, 0.5, 1e300, ...words),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
  ),
}));
const frame = fc
  .tuple(
    fc.oneof(value, fc.jsonValue() as fc.Arbitrary<Json>, fc.constant('[DONE]')),
    fc.option(fc.constantFrom(...words)),
  )
  .map(([data, name]) =>
    event(
      typeof data === 'string' && data !== '[DONE]' ? JSON.stringify(data) : data,
      name === null ? {} : { event: name },
    ),
  );

describe.each(Object.values(apis))('the stream of $name', (api) => {
  it('is read without throwing, whatever its frames and whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 12 }), fc.option(value, { nil: undefined }), (frames, sent) => {
        const { violations, end } = api.readStream(framesOf(frames.join('')), sent);
        expect(violations.length).toBeLessThanOrEqual(Object.keys(api.streamRules).length + 20);
        expect(end === 'complete' || violations.length > 0 || end === 'error').toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('tells at most three violations of one rule, in bounded sentences', () => {
    const long = 'x'.repeat(100_000);
    const { violations } = api.readStream(
      framesOf(unnamed(Array.from({ length: 50 }, () => ({ type: long, id: long })))),
    );
    const times = (name: string) => violations.filter(({ rule }) => rule === name).length;
    expect(Math.max(...violations.map(({ rule }) => times(rule)))).toBe(3);
    for (const { message } of violations) expect(message.length).toBeLessThan(1000);
  });

  it('is read however deep its JSON is', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const stream = [`{"type":"message_start","message":${deep},"choices":${deep},"usage":{"x":${deep}}}`, deep];
    expect(api.readStream(framesOf(unnamed(stream))).end).toBe('cut');
  });
});
