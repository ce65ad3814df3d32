import { describe, expect, it } from 'vitest';
import { createSseDecoder } from '../../../wire/index.js';
import {
  cites,
  close,
  delta,
  emptyText,
  end,
  ending,
  full,
  json,
  open,
  ping,
  says,
  signs,
  start,
  starting,
  stop,
  text,
  thinks,
  thought,
  use,
  whole,
} from '../../testing/messages-stream.js';
import { framesOf, named } from '../../testing/streams.js';
import { messages } from '../index.js';

const read = (stream: string) => messages.readStream(framesOf(stream));

describe('a legal stream', () => {
  it('gives the answer, the first token and the end', () => {
    expect(
      read(named([start, ping, open(0, emptyText), delta(0, says('Hel')), delta(0, says('lo')), close(0), end, stop])),
    ).toEqual({
      answer: {
        text: 'Hello',
        finish: 'stop',
        rawFinish: 'end_turn',
        model: 'some-model',
        id: 'msg_1',
        usage: { input: 22, output: 5 },
        toolCalls: [],
      },
      violations: [],
      end: 'complete',
      firstToken: 3,
      terminal: 7,
    });
  });

  it('brings thinking with its signature, text, and two tool calls', () => {
    const calls = [...use(2, '{"city":"Bern"}'), ...use(3, '{"city":"Basel"}', { id: 'toolu_2' })];
    const reading = read(named([start, ...thought(0, thinks, signs), ...text(1), ...calls, ending('tool_use'), stop]));
    expect(reading.violations).toEqual([]);
    expect(reading.firstToken).toBe(6);
    expect(reading.answer).toMatchObject({
      text: 'Hello',
      finish: 'tool-calls',
      toolCalls: [
        { id: 'toolu_1', name: 'weather', arguments: { city: 'Bern' } },
        { id: 'toolu_2', name: 'weather', arguments: { city: 'Basel' } },
      ],
    });
  });
});

describe('a stream that does not complete', () => {
  it('keeps what was said before an error', () => {
    expect(read(named([start, open(0, emptyText), delta(0, says('Hel')), full]))).toMatchObject({
      answer: { text: 'Hel' },
      violations: [],
      end: 'error',
      error: { message: 'Overloaded.', frame: 3 },
    });
  });

  it('may fail before the message begins', () => {
    expect(read(named([full]))).toMatchObject({ answer: undefined, violations: [], end: 'error' });
  });

  it('keeps what was said before a cut', () => {
    expect(read(named([start, ...text(0)]))).toMatchObject({ answer: { text: 'Hello' }, end: 'cut' });
  });
});

describe('a neutral variant', () => {
  it.each<[string, string]>([
    ['CRLF', named(whole, { lineEnd: '\r\n' })],
    ['CR', named(whole, { lineEnd: '\r' })],
    ['no space behind the colon', named(whole, { space: '' })],
    ['comments', named([': hello\n\n', start, ': ping\n\n', ...text(0), end, stop])],
    ['an event of a new type', named([start, { type: 'content_block_annotation', index: 0 }, ...text(0), end, stop])],
    ['ping before message_start', named([ping, ...whole])],
    ['ping inside a block', named([start, open(0, emptyText), ping, close(0), ping, end, ping, stop])],
    ['citations: null', named([start, open(0, { ...emptyText, citations: null }), close(0), end, stop])],
    [
      'extra unknown fields',
      named([starting({ mood: 1 }), ...text(0), { ...end, obfuscation: 'x' }, { ...stop, x: 1 }]),
    ],
    ['no content at all', named([start, end, stop])],
    ['several message_delta', named([start, ...text(0), ending(null, {}, { output_tokens: 3 }), end, stop])],
    ['a tool without input', named([start, ...use(0, ''), ending('tool_use'), stop])],
    [
      'a redacted thinking block',
      named([start, open(0, { type: 'redacted_thinking', data: 'x' }), close(0), end, stop]),
    ],
    ['a citation', named([start, open(0, emptyText), delta(0, cites({})), close(0), end, stop])],
    [
      'a refusal behind some text',
      named([start, ...text(0), ending('refusal', { stop_details: { type: 'refusal', category: null } }), stop]),
    ],
    ['a refusal without a word', named([start, ending('refusal'), stop])],
    ['thinking that is not shown', named([start, ...thought(0, signs), ...text(1), end, stop])],
    [
      'thinking between tool calls',
      named([
        start,
        ...thought(0, thinks, signs),
        ...use(1, '{}'),
        ...thought(2, thinks, signs),
        ...use(3, '{}', { id: 'toolu_2' }),
        ending('tool_use'),
        stop,
      ]),
    ],
    [
      'a block of a server tool',
      named([start, open(0, { type: 'server_tool_use', id: 'a' }), delta(0, json('{')), close(0), end, stop]),
    ],
    ['a tool call that was cut off', named([start, ...use(0, '{"ci'), ending('max_tokens'), stop])],
    ['thinking that was cut off', named([start, ...thought(0, thinks), ending('max_tokens'), stop])],
    [
      'an estimate above the total in message_start',
      named([starting({ usage: { input_tokens: 22, output_tokens: 8 } }), end, stop]),
    ],
  ])('is left alone: %s', (_, stream) => {
    expect(read(stream)).toMatchObject({ violations: [], end: 'complete' });
  });

  it('is left alone: one byte at a time', () => {
    const decoder = createSseDecoder();
    for (const byte of Buffer.from(named(whole))) decoder.push(Uint8Array.of(byte), 0);
    expect(messages.readStream(decoder.end().frames)).toEqual(read(named(whole)));
  });
});

const stopSequence = ending('stop_sequence', { stop_sequence: 'END' });

it('takes the stop sequence and the counts of the last message_delta', () => {
  const counted = { input_tokens: 30, output_tokens: 9 };
  const { answer, violations } = read(named([start, ...text(0), { ...stopSequence, usage: counted }, stop]));
  expect(violations).toEqual([]);
  expect(answer).toMatchObject({ finish: 'stop-sequence', usage: { input: 30, output: 9 } });
});
