import { describe, expect, it } from 'vitest';
import type { Json } from '../../../json/index.js';
import { createSseDecoder } from '../../../wire/index.js';
import {
  args,
  call,
  called,
  chunk,
  counts,
  delta,
  first,
  hello,
  opened,
  stop,
  usage,
} from '../../testing/chat-stream.js';
import { event, framesOf, unnamed } from '../../testing/streams.js';
import { chat } from '../index.js';

const read = (stream: string, sent?: Json) => chat.readStream(framesOf(stream), sent);

describe('a legal stream', () => {
  it('gives the answer, the first token and the end', () => {
    const stream = unnamed([first, hello, delta({ content: '.' }), stop, usage, '[DONE]']);
    expect(read(stream, { stream_options: { include_usage: true } })).toEqual({
      answer: {
        text: 'Hello.',
        finish: 'stop',
        rawFinish: 'stop',
        model: 'some-model',
        id: 'chatcmpl_1',
        usage: { input: 22, output: 2, total: 24 },
        toolCalls: [],
      },
      violations: [],
      end: 'complete',
      firstToken: 1,
      terminal: 5,
    });
  });

  it('joins the fragments of two interleaved tool calls', () => {
    const parts = [
      opened(0, 'a'),
      opened(1, 'b'),
      args(1, '{"city":'),
      args(0, '{"city":"Bern"}'),
      args(1, '"Basel"}'),
    ];
    const reading = read(unnamed([first, ...parts, called, '[DONE]']));
    expect(reading.violations).toEqual([]);
    expect(reading.firstToken).toBe(3);
    expect(reading.answer).toMatchObject({
      finish: 'tool-calls',
      toolCalls: [
        { id: 'a', name: 'weather', arguments: { city: 'Bern' } },
        { id: 'b', name: 'weather', arguments: { city: 'Basel' } },
      ],
    });
  });

  it('joins a refusal, which is not text', () => {
    const parts = [delta({ role: 'assistant', content: null, refusal: '' }), delta({ refusal: 'I ca' })];
    const reading = read(unnamed([...parts, delta({ refusal: "n't." }), stop, '[DONE]']));
    expect(reading).toMatchObject({
      answer: { text: '', refusal: "I can't.", finish: 'filtered', rawFinish: 'stop' },
      violations: [],
      firstToken: 1,
    });
  });

  it('may open two tool calls in one delta, with their arguments', () => {
    const both = [0, 1].map((index) => ({
      index,
      id: `call_${index}`,
      type: 'function',
      function: { name: 'weather', arguments: `{"day":${index}}` },
    }));
    const reading = read(unnamed([first, delta({ tool_calls: both }), called, '[DONE]']));
    expect(reading.violations).toEqual([]);
    expect(reading.answer?.toolCalls).toEqual([
      { id: 'call_0', name: 'weather', arguments: { day: 0 } },
      { id: 'call_1', name: 'weather', arguments: { day: 1 } },
    ]);
  });

  it('may have several choices, of which the answer is the first', () => {
    const other = [delta({ role: 'assistant', content: 'Two' }, null, 1), delta({}, 'stop', 1)];
    const reading = read(unnamed([...other, first, hello, stop, '[DONE]']));
    expect(reading).toMatchObject({ answer: { text: 'Hello' }, violations: [] });
  });
});

describe('a stream that does not complete', () => {
  it('keeps what was said before an error, and tolerates [DONE] behind it', () => {
    const stream = unnamed([first, hello, { error: { message: 'Overloaded.', type: 'server_error' } }, '[DONE]']);
    expect(read(stream)).toMatchObject({
      answer: { text: 'Hello' },
      violations: [],
      end: 'error',
      error: { message: 'Overloaded.', frame: 2 },
    });
    expect(read(stream).terminal).toBeUndefined();
  });

  it('has no answer when nothing came', () => {
    expect(read('')).toMatchObject({ answer: undefined, end: 'cut', violations: [{ frame: 0, state: 'start' }] });
  });

  it('does not count a frame that lacks its blank line', () => {
    expect(read(`${unnamed([first, hello, stop])}data: [DONE]\n`)).toMatchObject({
      end: 'cut',
      violations: [{ rule: 'terminal-present', frame: 4 }],
    });
  });
});

const whole = [first, hello, stop, '[DONE]'];
const filtered = { choices: [], created: 0, id: '', model: '', object: '', prompt_filter_results: [] };

describe('a neutral variant', () => {
  it.each<[string, string]>([
    ['CRLF', unnamed(whole, { lineEnd: '\r\n' })],
    ['CR', unnamed(whole, { lineEnd: '\r' })],
    ['no space behind the colon', unnamed(whole, { space: '' })],
    ['comments', `: hello\n\n${unnamed(whole.slice(0, 2))}: ping\n\n${unnamed(whole.slice(2))}`],
    ['a first chunk with empty choices', unnamed([chunk([]), ...whole])],
    ['results of a prompt filter before there is a completion', unnamed([filtered, ...whole])],
    ['event: message', unnamed(whole, { event: 'message' })],
    ['an error with event: error', event({ error: { message: 'Full.' } }, { event: 'error' })],
    ['an empty id on later tool deltas', unnamed([first, opened(0, 'a'), args(0, '{}', { id: '' }), called, '[DONE]'])],
    [
      'an empty name on later tool deltas',
      unnamed([first, opened(0, 'a'), call(0, { function: { name: '', arguments: '{}' } }), called, '[DONE]']),
    ],
    [
      'blocks of reasoning and of types that nobody has described',
      unnamed([
        first,
        delta({ content: [{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] }] }),
        delta({ content: [{ type: 'hologram' }] }),
        stop,
        '[DONE]',
      ]),
    ],
    ['a null refusal in every delta', unnamed([first, delta({ content: 'Hi', refusal: null }), stop, '[DONE]'])],
    [
      'a type on later tool deltas',
      unnamed([first, opened(0, 'a'), args(0, '{}', { type: 'function' }), called, '[DONE]']),
    ],
    [
      'extra unknown fields',
      unnamed([first, delta({ content: 'Hi', mood: 1 }, null, 0, { obfuscation: 'x' }), stop, '[DONE]']),
    ],
    ['the role in every delta', unnamed([first, delta({ role: 'assistant', content: 'Hi' }), stop, '[DONE]'])],
    ['lists of blocks', unnamed([first, delta({ content: [{ type: 'text', text: 'Hi' }] }), stop, '[DONE]'])],
    [
      'usage that is null or counts nothing',
      unnamed([
        delta({ role: 'assistant' }, null, 0, { usage: null }),
        delta({}, 'stop', 0, { usage: { prompt_tokens: null, completion_tokens: null, total_tokens: null } }),
        '[DONE]',
      ]),
    ],
    ['an empty delta behind the finish reason', unnamed([first, stop, delta({}), '[DONE]'])],
    ['a cut off tool call', unnamed([first, opened(0, 'a'), args(0, '{"ci'), delta({}, 'length'), '[DONE]'])],
  ])('is left alone: %s', (_, stream) => {
    expect(read(stream).violations).toEqual([]);
  });

  it('is left alone: one byte at a time', () => {
    const decoder = createSseDecoder();
    for (const byte of Buffer.from(unnamed(whole))) decoder.push(Uint8Array.of(byte), 0);
    expect(chat.readStream(decoder.end().frames)).toEqual(read(unnamed(whole)));
  });
});

it('takes the last usage of a gateway that counts in every chunk, and only says that it should not', () => {
  const counted = delta({ content: 'Hi' }, null, 0, {
    usage: { prompt_tokens: 22, completion_tokens: 1, total_tokens: 23 },
  });
  const reading = read(unnamed([first, counted, delta({}, 'stop', 0, { usage: counts }), '[DONE]']));
  expect(reading.answer?.usage).toEqual({ input: 22, output: 2, total: 24 });
  expect(reading.violations.map(({ rule, level }) => [rule, level])).toEqual([
    ['usage-last', 'SHOULD'],
    ['usage-last', 'SHOULD'],
  ]);
});
