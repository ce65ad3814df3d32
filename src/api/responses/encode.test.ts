import { describe, expect, it } from 'vitest';
import type { Call, CallToolChoice } from '../call.js';
import { conversation, plain, weather, withoutIds } from '../testing/conversation.js';
import { functionCallItem, messageItem, reasoningItem, response } from '../testing/responses-bodies.js';
import { responses, responsesCodex, responsesOpenai } from './index.js';

const bodyOf = (more: Partial<Call>) => responses.encode({ ...plain, ...more }).body;
const inputOf = (messages: Call['messages']) => bodyOf({ messages })['input'];

describe('a call on responses', () => {
  it('says nothing that nobody asked for', () => {
    expect(responses.encode(plain)).toEqual({
      method: 'POST',
      path: '/ai-gateway/mlflow/v1/responses',
      headers: { 'content-type': 'application/json' },
      body: {
        model: 'main.default.model',
        input: [{ role: 'user', content: [{ type: 'input_text', text: 'Say hello.' }] }],
        max_output_tokens: 64,
      },
    });
  });

  it('is the same on the other paths', () => {
    const encoded = responses.encode(plain);
    expect(responsesOpenai.encode(plain)).toEqual({ ...encoded, path: '/ai-gateway/openai/v1/responses' });
    expect(responsesCodex.encode(plain)).toEqual({ ...encoded, path: '/ai-gateway/codex/v1/responses' });
    expect(responsesCodex.owns('/ai-gateway/codex/v1/responses')).toBe(true);
    expect(responsesCodex.owns('/ai-gateway/openai/v1/responses')).toBe(false);
  });

  it('has the system prompt as instructions, and asks for a stream', () => {
    expect(bodyOf({ system: 'Be brief.', stream: true })).toMatchObject({ instructions: 'Be brief.', stream: true });
  });

  it('has no place for stop sequences and for texts to embed', () => {
    expect(bodyOf({ stop: ['END'], inputs: ['Hello.'] })).toEqual(bodyOf({}));
  });

  it('offers tools, flat', () => {
    expect(bodyOf({ tools: [weather] })['tools']).toEqual([{ type: 'function', ...weather }]);
  });

  it.each<[CallToolChoice, unknown]>([
    ['auto', 'auto'],
    ['required', 'required'],
    ['none', 'none'],
    [{ tool: 'weather' }, { type: 'function', name: 'weather' }],
  ])('writes the tool choice %j', (toolChoice, written) => {
    expect(bodyOf({ toolChoice })['tool_choice']).toEqual(written);
  });

  it('asks for text that follows a schema', () => {
    const schema = { type: 'object' };
    expect(bodyOf({ schema })['text']).toEqual({
      format: { type: 'json_schema', name: 'answer', strict: true, schema },
    });
  });

  it('has images as data URLs behind the text', () => {
    const images = [{ mediaType: 'image/png', base64: 'iVBORw0KGgo=' }];
    const image = { type: 'input_image', image_url: 'data:image/png;base64,iVBORw0KGgo=' };
    expect(inputOf([{ role: 'user', text: 'What is this?', images }])).toEqual([
      { role: 'user', content: [{ type: 'input_text', text: 'What is this?' }, image] },
    ]);
    expect(inputOf([{ role: 'user', text: '', images }])).toEqual([{ role: 'user', content: [image] }]);
  });

  it('has earlier answers as text of the output', () => {
    expect(inputOf([{ role: 'assistant', text: 'Hello.', calls: [] }])).toEqual([
      { role: 'assistant', content: [{ type: 'output_text', text: 'Hello.' }] },
    ]);
  });

  it('has tool calls and their results as items of their own', () => {
    expect(inputOf(conversation.messages)).toEqual([
      { role: 'user', content: [{ type: 'input_text', text: 'How warm is it?' }] },
      { type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"city":"Bern"}' },
      { type: 'function_call', call_id: 'call_2', name: 'weather', arguments: '{"city":"Basel"}' },
      { type: 'function_call_output', call_id: 'call_1', output: '7' },
      { type: 'function_call_output', call_id: 'call_2', output: '9' },
    ]);
  });

  it('gives calls without an id one by which their results name them', () => {
    expect(inputOf(withoutIds.messages)).toMatchObject([
      { role: 'user' },
      { role: 'assistant', content: [{ text: 'I will look.' }] },
      { call_id: 'call_1_0' },
      { call_id: 'call_1_1' },
      { call_id: 'call_1_0', output: '7' },
      { call_id: 'call_1_1', output: '9' },
    ]);
  });

  it('sends the items of an answer back as they came, with what nobody knows', () => {
    const output = [{ ...reasoningItem, encrypted_content: 'c2VhbGVk' }, messageItem({ mood: 1 }), functionCallItem()];
    expect(inputOf([{ role: 'assistant', returned: response({ output }) }])).toEqual(output);
  });

  it('sends back what holds no items as it is', () => {
    for (const returned of ['Hello.', { error: 'no' }]) {
      expect(inputOf([{ role: 'assistant', returned }])).toEqual([returned]);
    }
  });
});
