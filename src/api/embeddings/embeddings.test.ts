import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import type { Call } from '../call.js';
import { conversation, plain } from '../testing/conversation.js';
import { base64Of, embedded, embedding, vectors } from '../testing/embeddings-bodies.js';
import { framesOf, unnamed } from '../testing/streams.js';
import { decodeEmbedding } from './decode.js';
import { embeddings } from './index.js';

const bodyOf = (more: Partial<Call>) => embeddings.encode({ ...plain, ...more }).body;
const read = embeddings.readAnswer;

describe('a call on embeddings', () => {
  it('says nothing but the model and the text', () => {
    expect(embeddings.encode(plain)).toEqual({
      method: 'POST',
      path: '/ai-gateway/mlflow/v1/embeddings',
      headers: { 'content-type': 'application/json' },
      body: { model: 'main.default.model', input: 'Say hello.' },
    });
  });

  it('has several inputs as a list, one alone too', () => {
    expect(bodyOf({ inputs: ['a', 'b'] })).toEqual({ model: 'main.default.model', input: ['a', 'b'] });
    expect(bodyOf({ inputs: ['a'] })['input']).toEqual(['a']);
  });

  it('takes the text of the last message, which may have none', () => {
    expect(bodyOf({ messages: [...plain.messages, { role: 'assistant', text: 'Hello.' }] })['input']).toBe('Hello.');
    expect(bodyOf({ messages: conversation.messages })['input']).toBe('');
    expect(bodyOf({ messages: [] })['input']).toBe('');
  });

  it('has no place for what a conversation has, a stream included', () => {
    const more: Partial<Call> = { system: 'x', stop: ['x'], schema: {}, toolChoice: 'auto', stream: true };
    expect(bodyOf(more)).toEqual(bodyOf({}));
    expect(embeddings.asksForStream('/ai-gateway/mlflow/v1/embeddings', { stream: true })).toBe(false);
  });

  it('names an encoding when it is told to', () => {
    expect(bodyOf({ params: { encoding_format: 'base64', dimensions: 8 } })).toMatchObject({
      encoding_format: 'base64',
      dimensions: 8,
    });
  });
});

describe('an answer of embeddings', () => {
  it('is read', () => {
    expect(read(vectors([0.5, -0.25], [1, 2]))).toEqual({
      text: '',
      model: 'some-model',
      usage: { input: 2, total: 2 },
      toolCalls: [],
      vectors: [
        [0.5, -0.25],
        [1, 2],
      ],
    });
  });

  it('is read by what is there, whatever its encoding', () => {
    expect(read(vectors([0.5, -0.25], base64Of([0.5, -0.25])))?.vectors).toEqual([
      [0.5, -0.25],
      [0.5, -0.25],
    ]);
  });

  it('keeps the order of the list, whatever the indices', () => {
    expect(read(embedded({ data: [embedding([1], 1), embedding([2], 0)] }))?.vectors).toEqual([[1], [2]]);
  });

  it.each<[string, Json]>([
    ['no data', { object: 'list' }],
    ['an empty list', embedded({ data: [] })],
    ['a member without a vector', embedded({ data: [embedding(), {}] })],
    ['a vector with something else in it', vectors([0.5, 'x'])],
    ['text that is no base64', vectors('not base64!')],
    ['base64 of half a float', vectors('AAA=')],
  ])('is not there: %s', (_, body) => {
    expect(read(body)).toBeUndefined();
  });
});

describe('base64', () => {
  it('gives back every vector of 32-bit floats', () => {
    fc.assert(
      fc.property(fc.array(fc.float()), (numbers) => {
        expect(decodeEmbedding(base64Of(numbers))).toEqual({ ok: true, vector: numbers });
      }),
    );
  });

  it('is little-endian', () => {
    expect(decodeEmbedding('AACAPw==')).toEqual({ ok: true, vector: [1] });
  });

  it.each([
    ['AACAP', 'base64 text (RFC 4648 section 4)'],
    ['AACAPw', 'base64 text (RFC 4648 section 4)'],
    ['AACA Pw=', 'base64 text (RFC 4648 section 4)'],
    ['AACAPw-_', 'base64 text (RFC 4648 section 4)'],
    ['AACAPwA=', 'base64 of whole 32-bit floats, and this is one of 5 bytes'],
  ])('is refused: %s', (text, expected) => {
    expect(decodeEmbedding(text)).toEqual({ ok: false, expected });
  });

  it('is decoded or refused, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        const decoded = decodeEmbedding(text);
        if (decoded.ok) expect(base64Of(decoded.vector)).toHaveLength(text.length);
      }),
    );
  });
});

describe('a stream', () => {
  it('is never an answer', () => {
    const { answer, violations, end } = embeddings.readStream(framesOf(unnamed([embedded(), '[DONE]'])));
    expect(answer).toBeUndefined();
    expect(end).toBe('cut');
    expect(violations.map(({ rule }) => rule)).toEqual(['no-stream', 'no-stream']);
    expect(violations[1]?.message).toBe(
      'Frame 1 in state "no stream": an event ("[DONE]") came; legal was one JSON body.',
    );
  });

  it('is wrong even when nothing comes', () => {
    expect(embeddings.readStream(framesOf(': hello\n\n')).violations.map(({ message }) => message)).toEqual([
      'Frame 1 in state "no stream": a stream without events came; legal was one JSON body.',
    ]);
  });
});
