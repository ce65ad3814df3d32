import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/index.js';
import type { Api } from '../api.js';
import { chat } from '../chat/index.js';
import { messages } from '../messages/index.js';
import { choice, completion, message } from '../testing/bodies.js';
import * as chunks from '../testing/chat-stream.js';
import { jsonObjects } from '../testing/json-objects.js';
import * as events from '../testing/messages-stream.js';
import { framesOf, named, unnamed } from '../testing/streams.js';

interface Said {
  readonly text: string;
  readonly thinking: string;
  readonly refusal: string;
  readonly calls: readonly { readonly name: string; readonly input: JsonObject }[];
  /** Where texts are cut into fragments. */
  readonly cut: number;
}

const said: fc.Arbitrary<Said> = fc.record({
  text: fc.string({ unit: 'binary' }),
  thinking: fc.string({ unit: 'binary' }),
  refusal: fc.string({ unit: 'binary' }),
  calls: fc.array(
    fc.record({
      name: fc.stringMatching(/^[a-z_]{1,8}$/),
      input: jsonObjects,
    }),
    { maxLength: 3 },
  ),
  cut: fc.integer({ min: 1, max: 7 }),
});

/** May cut a character in two, as gateways do that count UTF-16 units. */
function fragments(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, part) =>
    text.slice(part * length, (part + 1) * length),
  );
}

function expectSame({ readAnswer, readStream }: Api, body: JsonObject, stream: string): void {
  const reading = readStream(framesOf(stream));
  expect(reading.violations).toEqual([]);
  expect(reading.answer).toEqual(readAnswer(body));
}

describe('the answer of a stream', () => {
  it('is that of the whole completion, on chat', () => {
    fc.assert(
      fc.property(said, ({ text, refusal, calls, cut }) => {
        const finish = calls.length > 0 ? 'tool_calls' : 'stop';
        const toolCalls = calls.map(({ name, input }, index) => ({
          id: `call_${index}`,
          type: 'function',
          function: { name, arguments: JSON.stringify(input) },
        }));
        const content = { role: 'assistant', content: text, refusal, tool_calls: toolCalls };
        const body = completion({ choices: [choice({ finish_reason: finish }, content)], usage: chunks.counts });
        const stream = [
          chunks.first,
          ...fragments(text, cut).map((part) => chunks.delta({ content: part })),
          ...fragments(refusal, cut).map((part) => chunks.delta({ refusal: part })),
          ...calls.map(({ name }, index) =>
            chunks.opened(index, `call_${index}`, { function: { name, arguments: '' } }),
          ),
          // Interleaved: every call's first fragment comes before any call's second.
          ...calls
            .flatMap(({ input }, index) =>
              fragments(JSON.stringify(input), cut).map((part, at) => ({ index, part, at })),
            )
            .toSorted((one, other) => one.at - other.at)
            .map(({ index, part }) => chunks.args(index, part)),
          chunks.delta({}, finish),
          chunks.usage,
          '[DONE]',
        ];
        expectSame(chat, body, unnamed(stream));
      }),
    );
  });

  it('is that of the whole message, on messages', () => {
    fc.assert(
      fc.property(said, ({ text, thinking, calls, cut }) => {
        const stopReason = calls.length > 0 ? 'tool_use' : 'end_turn';
        const uses = calls.map(({ name, input }, index) => ({ type: 'tool_use', id: `toolu_${index}`, name, input }));
        const signed = { type: 'thinking', thinking, signature: 'c2ln' };
        const sealed = { type: 'redacted_thinking', data: 'c2VhbGVk' };
        const content = [signed, sealed, { type: 'text', text, citations: [] }, ...uses];
        const usage = { input_tokens: 22, output_tokens: 5 };
        const citation = events.cites({ type: 'char_location', cited_text: 'x' });
        const blocks = [
          [
            events.thinking,
            ...fragments(thinking, cut).map((part) => ({ ...events.thinks, thinking: part })),
            events.signs,
          ],
          [sealed],
          [events.emptyText, ...fragments(text, cut).map(events.says), citation],
          ...calls.map(({ name, input }, index) => [
            events.tool({ id: `toolu_${index}`, name }),
            events.json(''),
            ...fragments(JSON.stringify(input), cut).map(events.json),
          ]),
        ].flatMap(([begun = {}, ...deltas], index) => [
          events.open(index, begun),
          ...deltas.map((each) => events.delta(index, each)),
          events.close(index),
        ]);
        expectSame(
          messages,
          message({ content, stop_reason: stopReason, usage }),
          named([events.start, ...blocks, events.ending(stopReason, {}, usage), events.stop]),
        );
      }),
    );
  });
});
