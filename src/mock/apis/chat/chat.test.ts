import { describe, expect, it } from 'vitest';
import { ask, saidBy, simulation } from '../../testing/simulation.js';

const account = simulation();
const user = { role: 'user', content: 'Say hello.' };

describe('a chat completion', () => {
  it('has the shape of the API', async () => {
    const { json, headers } = await ask(account());
    expect(headers['content-type']).toBe('application/json');
    expect(json).toEqual({
      id: expect.stringMatching(/^chatcmpl_/),
      object: 'chat.completion',
      created: expect.any(Number),
      model: 'claude-sim-1-20260101',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Hello! How can I help you today?', refusal: null },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      usage: { prompt_tokens: 7, completion_tokens: 9, total_tokens: 16 },
    });
    expect(Number.isSafeInteger(json.created)).toBe(true);
  });

  it.each<[given: object, text: string, finish: string]>([
    [{ max_tokens: 2 }, 'Hello!', 'length'],
    [{ max_tokens: undefined, max_completion_tokens: 2 }, 'Hello!', 'length'],
    [{ max_tokens: null }, 'Hello! How can I help you today?', 'stop'],
    [{ stop: 'help' }, 'Hello! How can I ', 'stop'],
    [{ stop: ['you', 'help'] }, 'Hello! How can I ', 'stop'],
    [{ stop: 'Hello' }, '', 'stop'],
    [{ stop: null, temperature: 2, top_p: 0, seed: -1, n: 1, user: 'u' }, 'Hello! How can I help you today?', 'stop'],
    [{ messages: [{ role: 'system', content: 'Answer only with the word: yes' }, user] }, 'yes', 'stop'],
    [
      { messages: [{ role: 'developer', content: [{ type: 'text', text: 'Answer only with the word: yes' }] }, user] },
      'yes',
      'stop',
    ],
    [
      {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'Repeat ' },
              { type: 'text', text: 'exactly: é🙂' },
            ],
          },
        ],
      },
      'é🙂',
      'stop',
    ],
    [
      { messages: [user, { role: 'assistant', content: [{ type: 'reasoning', summary: [] }], refusal: null }, user] },
      'Hello! How can I help you today?',
      'stop',
    ],
  ])('for %j says %j and finishes with %s', async (given, text, finish) => {
    const response = await ask(account(), { body: { ...given } });
    expect(response.status).toBe(200);
    expect(saidBy(response)).toBe(text);
    expect(response.json.choices[0].finish_reason).toBe(finish);
  });

  it('of a model that answers in blocks may have no text left within a tight bound', async () => {
    const { json } = await ask(account(), { model: 'databricks-llama-sim-1', body: { max_tokens: 1 } });
    expect(json.choices[0]).toMatchObject({ message: { content: [{ type: 'reasoning' }] }, finish_reason: 'length' });
    expect(json.usage.completion_tokens).toBe(1);
  });
});

describe('a chat request', () => {
  it.each<[given: object, complaint: string]>([
    [{ messages: undefined }, 'messages: is required'],
    [{ messages: null }, 'messages: must be an array'],
    [{ messages: 'Say hello.' }, 'messages: must be an array'],
    [{ messages: [] }, 'messages: must have at least 1 item'],
    [{ messages: [7] }, 'messages.0.role: must be one of system, developer, user, assistant, tool'],
    [{ messages: [{ content: 'x' }] }, 'messages.0.role: must be one of'],
    [{ messages: [{ role: 'constructor', content: 'x' }] }, 'messages.0.role: must be one of'],
    [{ messages: [user, { role: 'user' }] }, 'messages.1.content: is required'],
    [{ messages: [{ role: 'user', content: 7 }] }, 'messages.0.content: must be a string or an array'],
    [{ messages: [{ role: 'user', content: [] }] }, 'messages.0.content: must have at least 1 item'],
    [{ messages: [{ role: 'user', content: [{ type: 'text' }] }] }, 'messages.0.content.0.text: is required'],
    [{ messages: [{ role: 'user', content: [{ type: 'odd' }] }] }, 'messages.0.content.0.type: must be one of'],
    [{ messages: [{ role: 'tool', content: 'x' }] }, 'messages.0.tool_call_id: is required'],
    [{ max_tokens: 0 }, 'max_tokens: must be an integer of at least 1'],
    [{ max_tokens: -1 }, 'max_tokens: must be an integer of at least 1'],
    [{ max_tokens: 1.5 }, 'max_tokens: must be an integer of at least 1'],
    [{ max_tokens: '64' }, 'max_tokens: must be an integer of at least 1'],
    [{ max_completion_tokens: 9 }, 'max_tokens: may not be set together with max_completion_tokens'],
    [{ temperature: 2.1 }, 'temperature: must be a number from 0 to 2'],
    [{ temperature: '1' }, 'temperature: must be a number from 0 to 2'],
    [{ top_p: -0.1 }, 'top_p: must be a number from 0 to 1'],
    [{ n: 2 }, 'n: must be 1'],
    [{ stop: 7 }, 'stop: must be a string or an array'],
    [{ stop: '' }, 'stop: must be a string that is not empty'],
    [{ stop: ['a', 7] }, 'stop.1: must be a string that is not empty'],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop: must have at most 4 items'],
    [{ stream: 'yes' }, 'stream: must be true or false'],
    [{ stream_options: { include_usage: true } }, 'stream_options: may only be set when stream is true'],
    [{ tool_choice: 'auto' }, 'tool_choice: may only be set together with tools'],
    [{ response_format: { type: 'xml' } }, 'response_format.type: must be one of'],
    [{ reasoning_effort: 'utter' }, 'reasoning_effort: must be none or minimal'],
    [{ store: true }, 'Bad request: json: unknown field "store"'],
    [{ toString: 1 }, 'Bad request: json: unknown field "toString"'],
  ])('with %j is refused: %s', async (given, complaint) => {
    const response = await ask(account(), { body: { ...given } });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining(complaint) });
  });

  const tool = { type: 'function', function: { name: 'f' } };
  it.each<[given: object, cannot: string]>([
    [{ stream: true, stream_options: { include_obfuscation: true } }, 'obfuscate streams'],
    [{ tools: [tool], tool_choice: 'auto' }, 'call tools'],
    [{ messages: [user, { role: 'assistant', content: null, tool_calls: [{}] }] }, 'call tools'],
    [{ messages: [user, { role: 'tool', tool_call_id: 'a', content: 'x' }] }, 'call tools'],
    [{ response_format: { type: 'json_object' } }, 'write structured output'],
    [{ logprobs: true }, 'report log probabilities'],
    [{ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 'look at anything but text'],
  ])('with %j asks for what is not simulated: %s', async (given, cannot) => {
    const response = await ask(account(), { body: { ...given } });
    expect(response.status).toBe(501);
    expect(response.json.message).toBe(`The simulated account does not ${cannot} yet.`);
  });

  it.each([{ tools: [] }, { response_format: { type: 'text' } }, { logprobs: false }, { stream: false }])(
    'with %j asks for nothing special',
    async (given) => {
      expect((await ask(account(), { body: given })).status).toBe(200);
    },
  );
});
