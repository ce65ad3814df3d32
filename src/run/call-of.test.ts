import { describe, expect, it } from 'vitest';
import type { Json } from '../json/index.js';
import { built, json } from './testing/built-request.js';
import { sentHeader } from './testing/fake-gateway.js';

describe('a conversation', () => {
  const first = { id: 'chatcmpl_1', choices: [{ message: { role: 'assistant', content: 'Hi.', extra: 1 } }] };

  it('sends an earlier answer back as it came', () => {
    const messages =
      '[{ role: user, text: Hi }, { role: assistant, returned: "${captures.first}" }, { role: user, text: On }]';
    const { messages: sent } = json(`call: { api: chat, messages: ${messages} }`, { captures: { first } });
    expect(sent).toEqual([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hi.', extra: 1 },
      { role: 'user', content: 'On' },
    ]);
  });

  it('answers captured tool calls with the results in their order', () => {
    const calls = [
      { id: 'call_1', name: 'look', arguments: { key: 'a' } },
      { id: 'call_2', name: 'look', arguments: { key: 'b' } },
      'what a gateway may send in place of a call',
    ];
    const messages = '[{ role: user, text: Hi }, { role: tool, calls: "${captures.calls}", results: [one, two] }]';
    const { messages: sent } = json(`call: { api: chat, messages: ${messages} }`, { captures: { calls } });
    expect(sent).toMatchObject([
      { role: 'user' },
      { role: 'tool', tool_call_id: 'call_1', content: 'one' },
      { role: 'tool', tool_call_id: 'call_2', content: 'two' },
    ]);
  });

  it('carries tools, the choice among them, images and a schema', () => {
    const body = json(`call:
      api: chat
      messages: [{ role: user, text: Look., images: ["data:image/png;base64,iVBORw0KGgo="] }]
      tools: [{ name: look, description: Looks., parameters: { type: object } }]
      tool-choice: { tool: look }
      schema: { type: object }`);
    expect(body).toMatchObject({
      messages: [
        {
          content: [{ type: 'text' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }],
        },
      ],
      tools: [{ type: 'function', function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } } }],
      tool_choice: { type: 'function', function: { name: 'look' } },
      response_format: { type: 'json_schema', json_schema: { schema: { type: 'object' } } },
    });
  });

  it.each([
    ['{ api: messages }', '2023-06-01'],
    ['{ api: messages, api-version: 2026-10-21 }', '2026-10-21'],
    ['{ api: messages, api-version: ~ }', undefined],
  ])('names the version of %s as %s', (call, version) => {
    expect(sentHeader(built(`call: ${call}`).request, 'anthropic-version')).toBe(version);
  });
});

describe('a long text', () => {
  const long = '{ repeat: "word ", times: 3 }';

  it('is written out where it is sent', () => {
    expect(json(`call: { api: chat, prompt: ${long} }`)).toMatchObject({ messages: [{ content: 'word word word ' }] });
    const messages = `[{ role: user, text: ${long} }, { role: assistant, text: Hi }, { role: user, text: On }]`;
    expect(json(`call: { api: chat, messages: ${messages} }`)).toMatchObject({
      messages: [{ content: 'word word word ' }, { content: 'Hi' }, { content: 'On' }],
    });
  });

  it('may be looked up, and so may what it repeats', () => {
    const lengthOf = (prompt: string, bindings: Readonly<Record<string, Json>> = {}) => {
      const { messages } = json(`call: { api: chat, prompt: ${prompt} }`, { bindings });
      return (messages as readonly { readonly content: string }[])[0]?.content.length;
    };
    expect(lengthOf('{ repeat: "${nonce}", times: 10 }')).toBe(120);
    expect(lengthOf('"${each.text}"', { text: { repeat: '-', times: 1_000_000 } })).toBe(1_000_000);
    expect(lengthOf('"${each.text}"', { text: { any: 1 } })).toBe('{"any":1}'.length);
  });
});
