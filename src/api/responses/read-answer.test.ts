import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json/index.js';
import { functionCallItem, messageItem, reasoningItem, refusalPart, response } from '../testing/responses-bodies.js';
import { responses } from './index.js';

const read = (fields: JsonObject) => responses.readAnswer(response(fields));

describe('responses', () => {
  it('reads an answer', () => {
    expect(read({})).toEqual({
      text: 'Hello.',
      finish: 'stop',
      rawFinish: 'completed',
      model: 'some-model',
      id: 'resp_1',
      usage: { input: 22, output: 2, total: 24 },
      toolCalls: [],
    });
  });

  it('joins the text of all messages and keeps the reasoning apart', () => {
    const parts = ['Hel', 'lo.'].map((text) => ({ type: 'output_text', text, annotations: [] }));
    const output = [reasoningItem, messageItem({}, [parts[0] ?? null]), messageItem({}, [null, parts[1] ?? null]), 'x'];
    expect(read({ output })).toMatchObject({ text: 'Hello.', thinking: 'They greet.' });
  });

  it('reads reasoning from its summary and from its content, and shows none where there is none', () => {
    const content = [{ type: 'reasoning_text', text: ' Hm?' }, { type: 'other', text: 'x' }, null];
    expect(read({ output: [{ ...reasoningItem, content }] })).toMatchObject({ text: '', thinking: 'They greet. Hm?' });
    expect(read({ output: [{ ...reasoningItem, summary: [] }] })).not.toHaveProperty('thinking');
  });

  it('decodes the arguments of function calls, and keeps text that does not parse', () => {
    const output = [
      functionCallItem(),
      functionCallItem({ call_id: null, name: 'cut', arguments: '{"a":' }),
      { type: 'function_call' },
    ];
    expect(read({ output })).toMatchObject({
      text: '',
      finish: 'tool-calls',
      rawFinish: 'completed',
      toolCalls: [
        { id: 'call_1', name: 'weather', arguments: { city: 'Bern' } },
        { name: 'cut', arguments: '{"a":' },
      ],
    });
  });

  it('takes a refusal for a filtered answer, not for its text', () => {
    const answer = read({ output: [messageItem({}, [refusalPart])] });
    expect(answer).toMatchObject({ text: '', refusal: "I can't help with that.", finish: 'filtered' });
  });

  it.each<[JsonObject, string | undefined, string | undefined]>([
    [{ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }, 'length', 'max_output_tokens'],
    [{ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, 'filtered', 'content_filter'],
    [{ status: 'incomplete', incomplete_details: { reason: 'constructor' } }, 'other', 'constructor'],
    [{ status: 'incomplete' }, 'other', 'incomplete'],
    [{ status: 'in_progress' }, 'other', 'in_progress'],
    [{ status: 7 }, undefined, undefined],
  ])('reads the finish of %j', (fields, finish, rawFinish) => {
    const answer = read(fields);
    expect([answer?.finish, answer?.rawFinish]).toEqual([finish, rawFinish]);
  });

  it('reads no answer out of a response that failed', () => {
    expect(read({ status: 'failed' })).toBeUndefined();
    expect(read({ error: { code: 'server_error', message: 'no' } })).toBeUndefined();
  });

  it('reads no count that is not a whole number', () => {
    const usage: Json = { input_tokens: '22', output_tokens: -1, total_tokens: 1.5 };
    expect(read({ usage })?.usage).toEqual({});
  });
});
