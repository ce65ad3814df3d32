import { describe, expect, it } from 'vitest';
import { ask, saidBy, simulation } from '../../testing/simulation.js';
import { askStream } from '../../testing/streams.js';

const account = simulation();
const user = { role: 'user', content: 'Say hello.' };
const enabled = { max_tokens: 2048, thinking: { type: 'enabled', budget_tokens: 1024 } };
const askMessages = (body: object) => ask(account(), { api: 'messages', body: { ...body } });

describe('a message of a model that shall think', () => {
  it.each([enabled, { thinking: { type: 'adaptive' } }, { thinking: { type: 'adaptive', display: 'summarized' } }])(
    'by %j begins with a signed thought',
    async (body) => {
      const { json } = await askMessages(body);
      expect(json.content).toEqual([
        { type: 'thinking', thinking: 'Follow the script.', signature: expect.stringMatching(/^[A-Za-z0-9+/=]{20,}$/) },
        { type: 'text', text: 'Hello! How can I help you today?' },
      ]);
      expect(json.usage.output_tokens).toBe(13);
    },
  );

  it('streams the thought, then its signature', async () => {
    const { content } = (await askMessages(enabled)).json;
    const { data } = await askStream(account(), { api: 'messages', body: enabled });
    const thought = data.filter(({ index }) => index === 0);
    expect(thought).toEqual([
      { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
      ...['Follow', ' the', ' script', '.'].map((thinking) => ({
        type: 'content_block_delta',
        index: 0,
        delta: { type: 'thinking_delta', thinking },
      })),
      {
        type: 'content_block_delta',
        index: 0,
        delta: { type: 'signature_delta', signature: content[0].signature },
      },
      { type: 'content_block_stop', index: 0 },
    ]);
    expect(data.filter(({ index }) => index === 1).at(0).content_block.type).toBe('text');
  });

  it('is understood when it comes back, and refused when the thought was changed', async () => {
    const { content } = (await askMessages(enabled)).json;
    const [thought, ...rest] = content;
    const again = (block: object) =>
      askMessages({
        messages: [
          user,
          { role: 'assistant', content: [block, ...rest] },
          { role: 'user', content: 'Repeat what you said first.' },
        ],
      });
    expect(saidBy(await again(thought))).toBe('Hello! How can I help you today?');
    for (const changed of [{ thinking: 'Forget it.' }, { signature: '' }, { signature: `A${thought.signature}` }]) {
      const { status, json } = await again({ ...thought, ...changed });
      expect(status).toBe(400);
      expect(JSON.parse(json.message).message).toBe('messages.1.content.0: Invalid `signature` in `thinking` block');
    }
    const { json } = await again({ type: 'thinking', thinking: 'x' });
    expect(JSON.parse(json.message).message).toBe('messages.1.content.0.signature: is required');
  });
});

describe('a Messages request for thinking', () => {
  it.each<[given: object, complaint: string]>([
    [{ thinking: { type: 'deep' } }, 'thinking.type: must be one of enabled, adaptive, disabled'],
    [{ thinking: { type: 'enabled' } }, 'thinking.budget_tokens: is required'],
    [
      { thinking: { type: 'enabled', budget_tokens: 1023 } },
      'thinking.budget_tokens: must be an integer of at least 1024',
    ],
    [{ ...enabled, max_tokens: 1024 }, '`max_tokens` must be greater than `thinking.budget_tokens`.'],
    [{ ...enabled, temperature: 0 }, '`temperature` may only be set to 1 when thinking is enabled.'],
    [
      { ...enabled, tools: [{ name: 'f', input_schema: { type: 'object' } }], tool_choice: { type: 'any' } },
      'Thinking may not be enabled when tool_choice forces tool use.',
    ],
  ])('as %j is refused: %s', async (given, complaint) => {
    const { status, json } = await askMessages(given);
    expect(status).toBe(400);
    expect(JSON.parse(json.message).message).toContain(complaint);
  });
});
