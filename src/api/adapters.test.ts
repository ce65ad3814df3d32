import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json/index.js';
import type { Call } from './api.js';
import { apis } from './apis.js';
import { compileContracts } from './compile-contracts.js';
import { calling, choice, completion, contractText, functionCall, message, toolUse } from './testing/bodies.js';

const contracts = compileContracts(contractText);
const names = Object.keys(apis) as (keyof typeof apis)[];
const call: Call = { model: 'main.default.chat', messages: [{ role: 'user', text: 'Say hello.' }], maxTokens: 64 };

const calls: fc.Arbitrary<Call> = fc.record(
  {
    model: fc.string({ minLength: 1, unit: 'binary' }),
    system: fc.string({ unit: 'binary' }),
    messages: fc.array(fc.record({ role: fc.constantFrom('user', 'assistant'), text: fc.string({ unit: 'binary' }) }), {
      minLength: 1,
    }),
    maxTokens: fc.integer({ min: 1 }),
    stop: fc.array(fc.string()),
  },
  { requiredKeys: ['model', 'messages', 'maxTokens'] },
);

describe.each(names)('the adapter of %s', (name) => {
  const { encode, readAnswer } = apis[name];

  it('writes requests that keep the contract', () => {
    fc.assert(
      fc.property(calls, (any) => {
        expect(contracts[name].request(encode(any).body as Json)).toEqual([]);
      }),
    );
  });

  it('writes bodies that survive the way through JSON', () => {
    fc.assert(
      fc.property(calls, (any) => {
        expect(JSON.parse(JSON.stringify(encode(any).body))).toEqual(encode(any).body);
      }),
    );
  });

  it('lets params add, replace and remove fields', () => {
    const { body } = encode({ ...call, params: { temperature: 0, max_tokens: 7, model: null, stream: false } });
    expect(body).toMatchObject({ temperature: 0, max_tokens: 7, stream: false });
    expect(body).not.toHaveProperty('model');
    expect(contracts[name].request(body)).toEqual([{ message: '`model` is missing.', where: '/model' }]);
  });

  it('keeps a hostile name among the params an ordinary field', () => {
    const { body } = encode({ ...call, params: JSON.parse('{"__proto__":{"admin":true}}') });
    expect(JSON.stringify(body)).toContain('"__proto__":{"admin":true}');
    expect((body as { admin?: unknown }).admin).toBeUndefined();
  });

  it('reads any JSON without throwing', () => {
    const plausible = fc.record(
      { choices: fc.jsonValue(), content: fc.jsonValue(), usage: fc.jsonValue(), type: fc.constant('message') },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.oneof(fc.jsonValue({ maxDepth: 6 }), plausible), (body) => void readAnswer(body as Json)));
  });

  it('reads no answer out of what is not a success', () => {
    const bodies: Json[] = [
      null,
      'Hello.',
      [],
      {},
      { error: { message: 'no' } },
      { error_code: 'NOT_FOUND', message: 'no' },
    ];
    expect(bodies.map(readAnswer)).toEqual(bodies.map(() => undefined));
  });

  it('reads no answer out of a success that carries an error', () => {
    const body = name === 'chat' ? completion({ error: { message: 'no' } }) : message({ error: { message: 'no' } });
    expect(readAnswer(body)).toBeUndefined();
  });
});

describe('chat', () => {
  it('writes nothing that the call does not say', () => {
    expect(apis.chat.encode(call)).toEqual({
      method: 'POST',
      path: '/ai-gateway/mlflow/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
      body: { model: 'main.default.chat', messages: [{ role: 'user', content: 'Say hello.' }], max_tokens: 64 },
    });
  });

  it('puts the system prompt in front and names stop sequences', () => {
    expect(apis.chat.encode({ ...call, system: 'Be brief.', stop: ['END'] }).body).toMatchObject({
      messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user' }],
      stop: ['END'],
    });
  });

  it('reads an answer', () => {
    expect(apis.chat.readAnswer(completion())).toEqual({
      text: 'Hello.',
      finish: 'stop',
      rawFinish: 'stop',
      model: 'some-model',
      id: 'chatcmpl_1',
      usage: { input: 22, output: 2, total: 24 },
      toolCalls: [],
    });
  });

  it('joins the text blocks and leaves the reasoning out', () => {
    const content = [
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo.' },
    ];
    expect(apis.chat.readAnswer({ choices: [choice({}, { content })] })?.text).toBe('Hello.');
  });

  it('decodes the arguments of tool calls, and keeps text that does not parse', () => {
    const calls = [
      functionCall(),
      functionCall({ id: null, function: { name: 'cut', arguments: '{"a":' } }),
      'none',
      { function: {} },
    ];
    expect(apis.chat.readAnswer(calling(calls))).toMatchObject({
      text: '',
      finish: 'tool-calls',
      toolCalls: [
        { id: 'call_1', name: 'weather', arguments: { city: 'Bern' } },
        { name: 'cut', arguments: '{"a":' },
      ],
    });
  });

  it('knows every finish reason and calls the rest other', () => {
    const read = (finish_reason: Json) =>
      apis.chat.readAnswer(completion({ choices: [choice({ finish_reason })] }))?.finish;
    expect(
      ['stop', 'length', 'tool_calls', 'content_filter', 'function_call', 'constructor', 7, null].map(read),
    ).toEqual(['stop', 'length', 'tool-calls', 'filtered', 'tool-calls', 'other', undefined, undefined]);
  });

  it('reads no count that is not a whole number', () => {
    const usage = { prompt_tokens: '22', completion_tokens: -1, total_tokens: Number.POSITIVE_INFINITY };
    expect(apis.chat.readAnswer(completion({ usage }))?.usage).toEqual({});
  });
});

describe('messages', () => {
  it('writes nothing that the call does not say', () => {
    expect(apis.messages.encode(call)).toEqual({
      method: 'POST',
      path: '/ai-gateway/anthropic/v1/messages',
      headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
      body: { model: 'main.default.chat', max_tokens: 64, messages: [{ role: 'user', content: 'Say hello.' }] },
    });
  });

  it('puts the system prompt and the stop sequences where the API has them', () => {
    expect(apis.messages.encode({ ...call, system: 'Be brief.', stop: ['END'] }).body).toMatchObject({
      system: 'Be brief.',
      stop_sequences: ['END'],
    });
  });

  it('takes another version, or none', () => {
    expect(apis.messages.encode({ ...call, apiVersion: '1999-01-01' }).headers['anthropic-version']).toBe('1999-01-01');
    expect(apis.messages.encode({ ...call, apiVersion: null }).headers).toEqual({ 'content-type': 'application/json' });
  });

  it('reads an answer, without a total that the API does not have', () => {
    expect(apis.messages.readAnswer(message())).toEqual({
      text: 'Hello.',
      finish: 'stop',
      rawFinish: 'end_turn',
      model: 'some-model',
      id: 'msg_1',
      usage: { input: 22, output: 2 },
      toolCalls: [],
    });
  });

  it('leaves thinking out of the text and reads tool calls', () => {
    const content = [
      { type: 'thinking', thinking: 'Hm.', signature: 's' },
      { type: 'text', text: 'Let me look.' },
      toolUse,
      { type: 'tool_use' },
    ];
    expect(apis.messages.readAnswer(message({ content, stop_reason: 'tool_use' }))).toMatchObject({
      text: 'Let me look.',
      finish: 'tool-calls',
      toolCalls: [{ id: 'toolu_1', name: 'weather', arguments: { city: 'Bern' } }],
    });
  });

  it('knows every stop reason and calls the rest other', () => {
    const raw = [
      'end_turn',
      'max_tokens',
      'stop_sequence',
      'tool_use',
      'pause_turn',
      'refusal',
      'model_context_window_exceeded',
      'stop',
    ];
    expect(raw.map((stop_reason) => apis.messages.readAnswer(message({ stop_reason }))?.finish)).toEqual([
      'stop',
      'length',
      'stop-sequence',
      'tool-calls',
      'other',
      'filtered',
      'length',
      'other',
    ]);
  });
});
