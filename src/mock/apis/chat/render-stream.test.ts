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

  it('puts calls together by index: id and name first, then the arguments piece by piece', async () => {
    const tools = ['f', 'g'].map((name) => ({ type: 'function', function: { name } }));
    const { data } = await askStream(account(), { prompt: 'Call f with {"a":1} and Call g with {}', body: { tools } });
    const head = (index: number, name: string) => ({
      tool_calls: [
        {
          index,
          id: expect.stringMatching(/^call_[0-9a-f]{24}$/),
          type: 'function',
          function: { name, arguments: '' },
        },
      ],
    });
    const piece = (index: number, text: string) => ({ tool_calls: [{ index, function: { arguments: text } }] });
    expect(data.map(({ choices }) => choices)).toEqual(
      [
        choice({ role: 'assistant', content: null }),
        choice(head(0, 'f')),
        ...['{', '"', 'a', '"', ':', '1', '}'].map((text) => choice(piece(0, text))),
        choice(head(1, 'g')),
        ...['{', '}'].map((text) => choice(piece(1, text))),
        choice({}, 'tool_calls'),
      ].map((one) => [one]),
    );
    const ids = data.flatMap(({ choices }) => choices[0].delta.tool_calls?.[0].id ?? []);
    expect(new Set(ids).size).toBe(2);
  });

  it('that declines does so in deltas of a refusal', async () => {
    const { data } = await askStream(account(), { prompt: 'Refuse this request.' });
    const deltas = data.map(({ choices }) => choices[0].delta);
    expect(deltas.shift()).toEqual({ role: 'assistant', content: null });
    expect(deltas.pop()).toEqual({});
    expect(deltas.map(({ refusal }) => refusal).join('')).toBe("I can't help with that.");
    expect(data.at(-1).choices[0].finish_reason).toBe('stop');
  });

  it('without text still says who speaks and why it stopped', async () => {
    const { data } = await askStream(account(), { body: { stop: 'Hello' } });
    expect(data.map(({ choices }) => choices)).toEqual([
      [choice({ role: 'assistant', content: '' })],
      [choice({}, 'stop')],
    ]);
  });
});
