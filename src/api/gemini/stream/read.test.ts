import { describe, expect, it } from 'vitest';
import { createSseDecoder } from '../../../wire/index.js';
import { blocked, call, chunk, full, hello, identity, part, says, stop, usage } from '../../testing/gemini-stream.js';
import { framesOf, unnamed } from '../../testing/streams.js';
import { gemini } from '../index.js';

const read = (stream: string) => gemini.readStream(framesOf(stream));
const other = (text: string, finishReason?: string) => ({
  index: 1,
  content: { role: 'model', parts: [{ text }] },
  ...(finishReason === undefined ? {} : { finishReason }),
});

describe('a legal stream', () => {
  it('gives the answer, the first token and the end', () => {
    expect(read(unnamed([says(''), hello, stop]))).toEqual({
      answer: {
        text: 'Hello.',
        finish: 'stop',
        rawFinish: 'STOP',
        model: 'some-model',
        id: 'response_1',
        usage: { input: 22, output: 2, total: 24 },
        toolCalls: [],
      },
      violations: [],
      end: 'complete',
      firstToken: 1,
      terminal: 2,
    });
  });

  it('brings a thought, text, and two function calls', () => {
    const thought = part([{ text: 'Hm.', thought: true }]);
    const calls = [call({ id: 'a' }), { ...call({ id: 'b', args: { city: 'Basel' } }), thoughtSignature: 'c2ln' }];
    const reading = read(unnamed([thought, hello, part(calls), says('', { finishReason: 'STOP' })]));
    expect(reading.violations).toEqual([]);
    expect(reading.firstToken).toBe(1);
    expect(reading.answer).toMatchObject({
      text: 'Hello',
      thinking: 'Hm.',
      finish: 'tool-calls',
      rawFinish: 'STOP',
      toolCalls: [
        { id: 'a', name: 'weather', arguments: { city: 'Bern' } },
        { id: 'b', name: 'weather', arguments: { city: 'Basel' } },
      ],
    });
  });

  it('takes the last usage, which is the whole', () => {
    const early = { ...hello, ...usage(22, 1, 23) };
    expect(read(unnamed([early, stop])).answer?.usage).toEqual({ input: 22, output: 2, total: 24 });
  });

  it('is over when the prompt is blocked', () => {
    expect(read(unnamed([blocked]))).toMatchObject({
      answer: { text: '', finish: 'filtered', rawFinish: 'SAFETY' },
      violations: [],
      end: 'complete',
      terminal: 0,
    });
  });

  it('is over when the last of several candidates has finished', () => {
    const both = chunk([{ ...other('Hi', 'STOP'), index: 0 }]);
    const reading = read(unnamed([both, chunk([other('Ho')]), chunk([other('.', 'MAX_TOKENS')])]));
    expect(reading).toMatchObject({ answer: { text: 'Hi', finish: 'stop' }, violations: [], terminal: 2 });
  });
});

describe('a stream that does not complete', () => {
  it('keeps what was said before an error', () => {
    expect(read(unnamed([hello, full]))).toMatchObject({
      answer: { text: 'Hello' },
      violations: [],
      end: 'error',
      error: { message: 'Overloaded.', frame: 1 },
    });
  });

  it('may fail before anything was said', () => {
    expect(read(unnamed([full]))).toMatchObject({ answer: undefined, violations: [], end: 'error' });
  });

  it('keeps what was said before a cut', () => {
    expect(read(unnamed([hello]))).toMatchObject({ answer: { text: 'Hello' }, end: 'cut' });
  });

  it('is cut when one of its candidates has not finished', () => {
    expect(read(unnamed([chunk([other('Ho')]), stop])).end).toBe('cut');
  });
});

describe('a neutral variant', () => {
  it.each<[string, string]>([
    ['CRLF', unnamed([hello, stop], { lineEnd: '\r\n' })],
    ['CR', unnamed([hello, stop], { lineEnd: '\r' })],
    ['no space behind the colon', unnamed([hello, stop], { space: '' })],
    ['spare blank lines', `\n\n${unnamed([hello])}\n${unnamed([stop])}\n`],
    ['extra unknown fields', unnamed([{ ...hello, mood: 1 }, part([{ text: 'a', mood: 1 }]), stop])],
    ['a part of an unknown kind', unnamed([part([{ hologram: 5 }]), stop])],
    ['no index', unnamed([chunk([{ content: { role: 'model', parts: [{ text: 'a' }] }, finishReason: 'STOP' }])])],
    [
      'usage behind the finish reason',
      unnamed([says('a', { finishReason: 'STOP' }), { ...identity, ...usage(22, 2, 24) }]),
    ],
    ['usage behind a blocked prompt', unnamed([blocked, usage(22, 0, 22)])],
    ['no usage', unnamed([hello, says('', { finishReason: 'STOP' })])],
    [
      'counts that are 0 and left out',
      unnamed([hello, { ...stop, usageMetadata: { promptTokenCount: 5, totalTokenCount: 5 } }]),
    ],
    ['a finish without content', unnamed([hello, chunk([{ index: 0, finishReason: 'SAFETY' }])])],
    ['content without parts or role', unnamed([hello, chunk([{ index: 0, content: {}, finishReason: 'MAX_TOKENS' }])])],
    ['an unspecified reason before the end', unnamed([says('a', { finishReason: 'FINISH_REASON_UNSPECIFIED' }), stop])],
    ['feedback on a prompt that is not blocked', unnamed([{ promptFeedback: { safetyRatings: [] } }, hello, stop])],
    ['a role that is said once', unnamed([hello, chunk([{ content: { parts: [{ text: 'a' }] } }]), stop])],
    ['an empty text behind the end', unnamed([hello, stop, says('')])],
    ['a call without arguments or id', unnamed([part([{ functionCall: { name: 'now' } }]), stop])],
  ])('is left alone: %s', (_, stream) => {
    expect(read(stream)).toMatchObject({ violations: [], end: 'complete' });
  });

  it('ends with the usage that comes behind the finish reason', () => {
    const stream = unnamed([says('a', { finishReason: 'STOP' }), { ...identity, ...usage(22, 2, 24) }]);
    expect(read(stream).terminal).toBe(1);
  });

  it('is left alone: one byte at a time', () => {
    const decoder = createSseDecoder();
    const bytes = Buffer.from(unnamed([says('Zürich 🎉'), stop]));
    for (const byte of bytes) decoder.push(Uint8Array.of(byte), 0);
    expect(gemini.readStream(decoder.end().frames)).toMatchObject({ answer: { text: 'Zürich 🎉.' }, violations: [] });
  });
});
