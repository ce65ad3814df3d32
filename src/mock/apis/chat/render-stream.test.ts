import { describe, expect, it } from 'vitest';
import { simulation } from '../../testing/simulation.js';
import { askStream } from '../../testing/streams.js';

const account = simulation();
const usage = { prompt_tokens: 7, completion_tokens: 2, total_tokens: 9 };
const choice = (delta: object, finish: string | null = null) => ({
  index: 0,
  delta,
  finish_reason: finish,
  logprobs: null,
});

describe('a chat stream', () => {
  it('has the shape of the API', async () => {
    const { events, data } = await askStream(account(), { body: { max_tokens: 2 } });
    const [first] = data;
    const chunk = (...choices: object[]) => ({
      id: expect.stringMatching(/^chatcmpl_/),
      object: 'chat.completion.chunk',
      created: expect.any(Number),
      model: 'claude-sim-1-20260101',
      choices,
    });
    expect(data).toEqual([
      chunk(choice({ role: 'assistant', content: '' })),
      chunk(choice({ content: 'Hello' })),
      chunk(choice({ content: '!' })),
      chunk(choice({}, 'length')),
    ]);
    for (const { id, created, model } of data) {
      expect({ id, created, model }).toEqual({ id: first.id, created: first.created, model: first.model });
    }
    expect(events.at(-1)).toEqual({ data: '[DONE]' });
    expect(events).toHaveLength(5);
  });

  it('that shall include usage has it in one chunk without choices before the end, and null before', async () => {
    const body = { max_tokens: 2, stream_options: { include_usage: true } };
    const { data, events } = await askStream(account(), { body });
    expect(data.map((chunk) => [chunk.choices.length, chunk.usage])).toEqual([
      [1, null],
      [1, null],
      [1, null],
      [1, null],
      [0, usage],
    ]);
    expect(events.at(-1)).toEqual({ data: '[DONE]' });
  });

  it.each([null, {}, { include_usage: false }, { include_usage: null }, { include_obfuscation: false }])(
    'with the options %j has no usage',
    async (options) => {
      const { status, data } = await askStream(account(), { body: { stream_options: options } });
      expect(status).toBe(200);
      expect(data.filter((chunk) => 'usage' in chunk || chunk.choices.length === 0)).toEqual([]);
    },
  );

  it('of a model that answers in blocks thinks in blocks and speaks in strings', async () => {
    const { data } = await askStream(account(), { model: 'databricks-llama-sim-1', body: { max_tokens: 6 } });
    const thought = (text: string) => [{ type: 'reasoning', summary: [{ type: 'summary_text', text }] }];
    expect(data.map(({ choices }) => choices)).toEqual([
      [choice({ role: 'assistant', content: thought('Follow') })],
      [choice({ content: thought(' the') })],
      [choice({ content: thought(' script') })],
      [choice({ content: thought('.') })],
      [choice({ content: 'Hello' })],
      [choice({ content: '!' })],
      [choice({}, 'length')],
    ]);
  });

  it('without text still says who speaks and why it stopped', async () => {
    const { data } = await askStream(account(), { body: { stop: 'Hello' } });
    expect(data.map(({ choices }) => choices)).toEqual([
      [choice({ role: 'assistant', content: '' })],
      [choice({}, 'stop')],
    ]);
  });
});
