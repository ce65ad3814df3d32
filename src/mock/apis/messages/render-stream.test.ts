import { describe, expect, it } from 'vitest';
import { simulation } from '../../testing/simulation.js';
import { askStream } from '../../testing/streams.js';

const account = simulation();
const askMessages = (body: object = {}) => askStream(account(), { api: 'messages', body: { ...body } });

const usage = (output: number) => ({
  input_tokens: 7,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  output_tokens: output,
});

const start = {
  type: 'message_start',
  message: {
    id: expect.stringMatching(/^msg_bdrk_[0-9a-f]{32}$/),
    type: 'message',
    role: 'assistant',
    model: 'claude-sim-1-20260101',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: usage(0),
  },
};

const textDelta = (text: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });

describe('a Messages stream', () => {
  it('has the shape of the API', async () => {
    const { data } = await askMessages({ max_tokens: 2 });
    expect(data).toEqual([
      start,
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      textDelta('Hello'),
      textDelta('!'),
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'max_tokens', stop_sequence: null }, usage: usage(2) },
      { type: 'message_stop' },
    ]);
  });

  it('names each event after the type in its data', async () => {
    const { events, data } = await askMessages();
    expect(events.map(({ event }) => event)).toEqual(data.map(({ type }) => type));
  });

  it('without text has no block', async () => {
    const { data } = await askMessages({ stop_sequences: ['Hello'] });
    expect(data).toEqual([
      start,
      { type: 'message_delta', delta: { stop_reason: 'stop_sequence', stop_sequence: 'Hello' }, usage: usage(0) },
      { type: 'message_stop' },
    ]);
  });
});
