import { describe, expect, it } from 'vitest';
import { pngOf } from '../../testing/png.js';
import { ask, saidBy, simulation } from '../../testing/simulation.js';

const account = simulation();
const user = { role: 'user', content: 'Say hello.' };

const picture = (...colour: number[]) => pngOf({ colour }).toString('base64');
const asking = (...urls: string[]) => ({
  role: 'user',
  content: [
    { type: 'text', text: 'What color?' },
    ...urls.map((url) => ({ type: 'image_url', image_url: { url, detail: 'low' } })),
  ],
});
const png = (base64: string) => asking(`data:image/png;base64,${base64}`);
const schema = { type: 'object', required: ['city'], properties: { city: { enum: ['Bern'] } } };
const format = (json_schema: object) => ({ response_format: { type: 'json_schema', json_schema } });

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
    [
      {
        messages: [asking(...[picture(0, 0, 255), picture(255, 0, 0)].map((data) => `data:image/png;base64,${data}`))],
      },
      'blue, red',
      'stop',
    ],
    [format({ name: 'place', schema, strict: true }), '{"city":"Bern"}', 'stop'],
    [format({ name: 'anything' }), 'null', 'stop'],
    [{ response_format: { type: 'json_object' } }, '{}', 'stop'],
    [
      {
        messages: [
          user,
          { role: 'assistant', content: null, refusal: 'No.' },
          { role: 'user', content: 'Repeat what you said first.' },
        ],
      },
      'No.',
      'stop',
    ],
  ])('for %j says %j and finishes with %s', async (given, text, finish) => {
    const response = await ask(account(), { body: { ...given } });
    expect(response.status).toBe(200);
    expect(saidBy(response)).toBe(text);
    expect(response.json.choices[0].finish_reason).toBe(finish);
  });

  it('that declines says so in a refusal, and has no content', async () => {
    const { json } = await ask(account(), { prompt: 'Refuse this request.' });
    const message = { role: 'assistant', content: null, refusal: "I can't help with that." };
    expect(json.choices[0]).toEqual({ index: 0, message, finish_reason: 'stop', logprobs: null });
  });

  it('of a model that shall think counts what it thought', async () => {
    const [{ json: plain }, response] = await Promise.all([
      ask(account(), { body: { reasoning_effort: 'none' } }),
      ask(account(), { body: { reasoning_effort: 'low' } }),
    ]);
    expect(plain.usage).not.toHaveProperty('completion_tokens_details');
    expect(saidBy(response)).toBe(saidBy({ json: plain }));
    expect(response.json.usage).toEqual({
      prompt_tokens: plain.usage.prompt_tokens,
      completion_tokens: plain.usage.completion_tokens + 4,
      total_tokens: plain.usage.total_tokens + 4,
      completion_tokens_details: { reasoning_tokens: 4 },
    });
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
    [format({ schema }), 'response_format.json_schema.name: is required'],
    [format({ name: 'a b' }), 'response_format.json_schema.name: must match the pattern'],
    [
      format({ name: 'x', schema: { type: 'string' } }),
      'response_format.json_schema.schema: schema must be a JSON Schema',
    ],
    [{ messages: [asking('ftp://example.com/a.png')] }, 'messages.0.content.1.image_url.url: must be a URL'],
    [{ messages: [asking('data:image/png,x')] }, 'messages.0.content.1.image_url.url: must be a URL'],
    [{ messages: [asking('data:image/svg+xml;base64,AAAA')] }, 'the media type must be one of image/png, image/jpeg'],
    [{ messages: [png('%%%')] }, 'messages.0.content.1.image_url.url: must be valid base64'],
    [{ messages: [png('')] }, 'messages.0.content.1.image_url.url: must be valid base64'],
    [{ messages: [png(btoa('GIF89a'))] }, 'the image is not of the media type image/png'],
    [{ reasoning_effort: 'utter' }, 'reasoning_effort: must be none or minimal'],
    [{ store: true }, 'Bad request: json: unknown field "store"'],
    [{ toString: 1 }, 'Bad request: json: unknown field "toString"'],
  ])('with %j is refused: %s', async (given, complaint) => {
    const response = await ask(account(), { body: { ...given } });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining(complaint) });
  });

  it.each<[given: object, cannot: string]>([
    [{ stream: true, stream_options: { include_obfuscation: true } }, 'obfuscate streams'],
    [{ logprobs: true }, 'report log probabilities'],
    [{ messages: [asking('https://example.com/a.png')] }, 'fetch images'],
    [{ messages: [asking(`data:image/gif;base64,${btoa('GIF89a')}`)] }, 'look at images other than PNG'],
    [{ messages: [{ role: 'user', content: [{ type: 'input_audio' }] }] }, 'look at anything but text and images'],
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
