import { describe, expect, it } from 'vitest';
import type { Call, CallToolChoice } from '../call.js';
import { choice, completion, functionCall } from '../testing/bodies.js';
import { conversation, plain, weather, withoutIds } from '../testing/conversation.js';
import { chat, chatCursor, chatOpenai } from './index.js';

const bodyOf = (more: Partial<Call>) => chat.encode({ ...plain, ...more }).body;
const messagesOf = (messages: Call['messages']) => bodyOf({ messages })['messages'];

describe('a call on chat', () => {
  it('says nothing that nobody asked for', () => {
    expect(chat.encode(plain)).toEqual({
      method: 'POST',
      path: '/ai-gateway/mlflow/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
      body: { model: 'main.default.model', messages: [{ role: 'user', content: 'Say hello.' }], max_tokens: 64 },
    });
  });

  it('is the same on the other paths of the dialect', () => {
    expect(chatOpenai.encode(conversation)).toEqual({
      ...chat.encode(conversation),
      path: '/ai-gateway/openai/v1/chat/completions',
    });
    expect(chatCursor.encode(plain)).toEqual({
      ...chat.encode(plain),
      path: '/ai-gateway/cursor/v1/chat/completions',
    });
  });

  it('has the system prompt in front, names stop sequences and asks for a stream', () => {
    expect(bodyOf({ system: 'Be brief.', stop: ['END'], stream: true })).toMatchObject({
      messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user' }],
      stop: ['END'],
      stream: true,
    });
  });

  it('offers tools as functions, without `strict`', () => {
    expect(bodyOf({ tools: [weather] })['tools']).toEqual([{ type: 'function', function: weather }]);
  });

  it.each<[CallToolChoice, unknown]>([
    ['auto', 'auto'],
    ['required', 'required'],
    ['none', 'none'],
    [{ tool: 'weather' }, { type: 'function', function: { name: 'weather' } }],
  ])('writes the tool choice %j', (toolChoice, written) => {
    expect(bodyOf({ toolChoice })['tool_choice']).toEqual(written);
  });

  it('asks for text that follows a schema, strictly', () => {
    const schema = { type: 'object' };
    expect(bodyOf({ schema })['response_format']).toEqual({
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema },
    });
  });

  it('has images as data URLs behind the text', () => {
    const images = [{ mediaType: 'image/png', base64: 'iVBORw0KGgo=' }];
    const part = { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } };
    expect(messagesOf([{ role: 'user', text: 'What is this?', images }])).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'What is this?' }, part] },
    ]);
    expect(messagesOf([{ role: 'user', text: '', images }])).toEqual([{ role: 'user', content: [part] }]);
  });

  it('leaves the content of a plain message a string', () => {
    const said = { role: 'assistant', text: 'Hello.', calls: [] } as const;
    expect(messagesOf([{ role: 'user', text: 'Hi.', images: [] }, said])).toEqual([
      { role: 'user', content: 'Hi.' },
      { role: 'assistant', content: 'Hello.' },
    ]);
  });

  it('repeats tool calls with their arguments as JSON text, and has one message for each result', () => {
    expect(messagesOf(conversation.messages)).toEqual([
      { role: 'user', content: 'How warm is it?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } },
          { id: 'call_2', type: 'function', function: { name: 'weather', arguments: '{"city":"Basel"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'call_1', content: '7' },
      { role: 'tool', tool_call_id: 'call_2', content: '9' },
    ]);
  });

  it('gives calls without an id one by which their results name them', () => {
    expect(messagesOf(withoutIds.messages)).toMatchObject([
      { role: 'user' },
      { role: 'assistant', content: 'I will look.', tool_calls: [{ id: 'call_1_0' }, { id: 'call_1_1' }] },
      { role: 'tool', tool_call_id: 'call_1_0' },
      { role: 'tool', tool_call_id: 'call_1_1' },
    ]);
  });

  it('sends the message of an answer back as it came, with what nobody knows', () => {
    const message = {
      role: 'assistant',
      content: [{ type: 'text', text: 'Hello.', thoughtSignature: 'c2ln' }],
      tool_calls: [functionCall({ mood: 1 })],
      refusal: null,
    };
    const returned = completion({ choices: [choice({}, message)] });
    expect(messagesOf([{ role: 'assistant', returned }])).toEqual([message]);
  });

  it('sends back what holds no message as it is', () => {
    expect(messagesOf([{ role: 'assistant', returned: { choices: [] } }])).toEqual([{ choices: [] }]);
  });

  it('has no place for texts to embed', () => {
    expect(bodyOf({ inputs: ['Hello.'] })).toEqual(bodyOf({}));
  });
});
