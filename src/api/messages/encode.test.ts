import { describe, expect, it } from 'vitest';
import type { Call, CallToolChoice } from '../call.js';
import { message, toolUse } from '../testing/bodies.js';
import { conversation, plain, weather, withoutIds } from '../testing/conversation.js';
import { messages } from './index.js';

const encoded = (more: Partial<Call>) => messages.encode({ ...plain, ...more });
const bodyOf = (more: Partial<Call>) => encoded(more).body;
const messagesOf = (given: Call['messages']) => bodyOf({ messages: given })['messages'];

describe('a call on messages', () => {
  it('says nothing that nobody asked for', () => {
    expect(messages.encode(plain)).toEqual({
      method: 'POST',
      path: '/ai-gateway/anthropic/v1/messages',
      headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
      body: { model: 'main.default.model', max_tokens: 64, messages: [{ role: 'user', content: 'Say hello.' }] },
    });
  });

  it('names another version, or none', () => {
    expect(encoded({ apiVersion: '1999-01-01' }).headers['anthropic-version']).toBe('1999-01-01');
    expect(encoded({ apiVersion: null }).headers).toEqual({ 'content-type': 'application/json' });
  });

  it('has the system prompt and the stop sequences where the API has them, and asks for a stream', () => {
    expect(bodyOf({ system: 'Be brief.', stop: ['END'], stream: true })).toMatchObject({
      system: 'Be brief.',
      stop_sequences: ['END'],
      stream: true,
    });
  });

  it('offers tools with the schema of their input', () => {
    const { name, description, parameters } = weather;
    expect(bodyOf({ tools: [weather] })['tools']).toEqual([{ name, description, input_schema: parameters }]);
  });

  it.each<[CallToolChoice, unknown]>([
    ['auto', { type: 'auto' }],
    ['required', { type: 'any' }],
    ['none', { type: 'none' }],
    [{ tool: 'weather' }, { type: 'tool', name: 'weather' }],
  ])('writes the tool choice %j', (toolChoice, written) => {
    expect(bodyOf({ toolChoice })['tool_choice']).toEqual(written);
  });

  it('asks for text that follows a schema', () => {
    const schema = { type: 'object' };
    expect(bodyOf({ schema })['output_config']).toEqual({ format: { type: 'json_schema', schema } });
  });

  it('has images as base64 behind the text', () => {
    const images = [{ mediaType: 'image/png', base64: 'iVBORw0KGgo=' }];
    const block = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } };
    expect(messagesOf([{ role: 'user', text: 'What is this?', images }])).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'What is this?' }, block] },
    ]);
    expect(messagesOf([{ role: 'user', text: '', images }])).toEqual([{ role: 'user', content: [block] }]);
  });

  it('leaves the content of a plain message a string', () => {
    const said = { role: 'assistant', text: 'Hello.', calls: [] } as const;
    expect(messagesOf([{ role: 'user', text: 'Hi.', images: [] }, said])).toEqual([
      { role: 'user', content: 'Hi.' },
      { role: 'assistant', content: 'Hello.' },
    ]);
  });

  it('repeats tool calls with their input as an object, and has all results in one message of the user', () => {
    expect(messagesOf(conversation.messages)).toEqual([
      { role: 'user', content: 'How warm is it?' },
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'call_1', name: 'weather', input: { city: 'Bern' } },
          { type: 'tool_use', id: 'call_2', name: 'weather', input: { city: 'Basel' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'call_1', content: '7' },
          { type: 'tool_result', tool_use_id: 'call_2', content: '9' },
        ],
      },
    ]);
  });

  it('gives calls without an id one by which their results name them', () => {
    expect(messagesOf(withoutIds.messages)).toMatchObject([
      { role: 'user' },
      { content: [{ type: 'text', text: 'I will look.' }, { id: 'call_1_0' }, { id: 'call_1_1' }] },
      { content: [{ tool_use_id: 'call_1_0' }, { tool_use_id: 'call_1_1' }] },
    ]);
  });

  it('sends the content of an answer back as it came, with its signatures and what nobody knows', () => {
    const content = [
      { type: 'thinking', thinking: '', signature: 'c2ln' },
      { type: 'redacted_thinking', data: 'c2VhbGVk' },
      { type: 'text', text: 'Let me look.', citations: null },
      { ...toolUse, mood: 1 },
    ];
    expect(messagesOf([{ role: 'assistant', returned: message({ content }) }])).toEqual([
      { role: 'assistant', content },
    ]);
  });

  it('sends back what holds no message as it is', () => {
    for (const returned of ['Hello.', { error: 'no' }])
      expect(messagesOf([{ role: 'assistant', returned }])).toEqual([returned]);
  });

  it('has no place for texts to embed', () => {
    expect(bodyOf({ inputs: ['Hello.'] })).toEqual(bodyOf({}));
  });
});
