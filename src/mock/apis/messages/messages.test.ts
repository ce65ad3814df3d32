import { describe, expect, it } from 'vitest';
import { pngOf } from '../../testing/png.js';
import { ask, saidBy, simulation } from '../../testing/simulation.js';

const account = simulation();
const user = { role: 'user', content: 'Say hello.' };
const askMessages = (body: object = {}) => ask(account(), { api: 'messages', body: { ...body } });

const [blue, red] = [
  [0, 0, 255],
  [255, 0, 0],
].map((colour) => pngOf({ colour }).toString('base64'));
const base64 = (media_type: string, data: unknown) => ({ type: 'base64', media_type, data });
const asking = (...sources: object[]) => ({
  role: 'user',
  content: [{ type: 'text', text: 'What color?' }, ...sources.map((source) => ({ type: 'image', source }))],
});
const schema = { type: 'object', required: ['city'], properties: { city: { enum: ['Bern'] } } };

describe('a message', () => {
  it('has the shape of the API', async () => {
    const { json, headers } = await askMessages();
    expect(headers['content-type']).toBe('application/json');
    expect(json).toEqual({
      id: expect.stringMatching(/^msg_bdrk_[0-9a-f]{32}$/),
      type: 'message',
      role: 'assistant',
      model: 'claude-sim-1-20260101',
      content: [{ type: 'text', text: 'Hello! How can I help you today?' }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: 7, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 9 },
    });
  });

  it.each<[given: object, text: string, reason: string, sequence: string | null]>([
    [{ max_tokens: 2 }, 'Hello!', 'max_tokens', null],
    [{ stop_sequences: ['you', 'help'] }, 'Hello! How can I ', 'stop_sequence', 'help'],
    [{ stop_sequences: ['nowhere'] }, 'Hello! How can I help you today?', 'end_turn', null],
    [
      { stop_sequences: [], temperature: 1, top_k: 5, metadata: { user_id: 'u' } },
      'Hello! How can I help you today?',
      'end_turn',
      null,
    ],
    [{ system: 'Answer only with the word: yes' }, 'yes', 'end_turn', null],
    [
      { system: [{ type: 'text', text: 'Answer only with the word: yes', cache_control: { type: 'ephemeral' } }] },
      'yes',
      'end_turn',
      null,
    ],
    [
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'Repeat exactly: é🙂' }] }] },
      'é🙂',
      'end_turn',
      null,
    ],
    [{ messages: [asking(base64('image/png', blue), base64('image/png', red))] }, 'blue, red', 'end_turn', null],
    [{ output_config: { format: { type: 'json_schema', schema } } }, '{"city":"Bern"}', 'end_turn', null],
    [{ output_config: { effort: 'low' } }, 'Hello! How can I help you today?', 'end_turn', null],
    [{ messages: [{ role: 'user', content: 'Refuse this request.' }] }, "I can't help with that.", 'refusal', null],
    [{ thinking: { type: 'disabled' } }, 'Hello! How can I help you today?', 'end_turn', null],
  ])('for %j says %j and stops with %s, %j', async (given, text, reason, sequence) => {
    const response = await askMessages(given);
    expect(response.status).toBe(200);
    expect(saidBy(response)).toBe(text);
    expect(response.json).toMatchObject({ stop_reason: reason, stop_sequence: sequence });
  });

  it('without text has no block', async () => {
    expect((await askMessages({ stop_sequences: ['Hello'] })).json).toMatchObject({
      content: [],
      stop_reason: 'stop_sequence',
      usage: { output_tokens: 0 },
    });
  });
});

describe('a Messages request', () => {
  it.each<[given: object, complaint: string]>([
    [{ max_tokens: undefined }, 'max_tokens: is required'],
    [{ max_tokens: null }, 'max_tokens: must be an integer of at least 1'],
    [{ max_tokens: 0 }, 'max_tokens: must be an integer of at least 1'],
    [{ messages: undefined }, 'messages: is required'],
    [{ messages: [] }, 'messages: must have at least 1 item'],
    [{ messages: [{ role: 'system', content: 'x' }] }, 'messages.0.role: must be one of user, assistant'],
    [{ messages: [{ role: 'assistant', content: 'x' }] }, 'messages: first message must use the "user" role'],
    [{ messages: [{ role: 'user', content: ' ' }] }, 'messages.0.content: must be a string that is not blank'],
    [
      { messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] },
      'messages.0.content.0.text: must be a string',
    ],
    [{ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 'messages.0.content.0.type: must be one of'],
    [{ messages: [{ ...user, name: 'x' }] }, 'unknown field "messages.0.name"'],
    [{ system: 7 }, 'system: must be a string or an array'],
    [{ temperature: 1.1 }, 'temperature: must be a number from 0 to 1'],
    [{ top_k: -1 }, 'top_k: must be an integer of at least 0'],
    [{ stop_sequences: 'x' }, 'stop_sequences: must be an array'],
    [{ stop_sequences: [' '] }, 'stop_sequences.0: must be a string that is not blank'],
    [{ stop: 'x' }, 'unknown field "stop"'],
    [{ metadata: 'x' }, 'metadata: must be an object'],
    [{ messages: [asking({})] }, 'messages.0.content.1.source.type: must be one of base64, url, file'],
    [{ messages: [asking(base64('image/png', 'A'))] }, 'messages.0.content.1.source.data: must be valid base64'],
    [{ messages: [asking(base64('image/jpeg', blue))] }, 'the image is not of the media type image/jpeg'],
    [{ messages: [asking(base64('text/plain', 'AAAA'))] }, 'messages.0.content.1.source.data: the media type must be'],
    [{ output_config: { format: { type: 'xml' } } }, 'output_config.format'],
    [{ output_config: { format: { type: 'json_schema', schema: [] } } }, 'schema must be a JSON Schema'],
    [{ output_config: { effort: 'utter' } }, 'output_config.effort: must be low or medium'],
  ])('with %j is refused, the complaint in JSON: %s', async (given, complaint) => {
    const response = await askMessages(given);
    expect(response.status).toBe(400);
    expect(response.json.error_code).toBe('BAD_REQUEST');
    expect(JSON.parse(response.json.message).message).toContain(complaint);
  });

  it.each<[given: object, cannot: string]>([
    [{ messages: [asking({ type: 'url', url: 'https://example.com/a.png' })] }, 'fetch images'],
    [{ messages: [asking(base64('image/gif', btoa('GIF89a')))] }, 'look at images other than PNG'],
    [{ messages: [{ role: 'user', content: [{ type: 'document' }] }] }, 'read documents'],
    [{ tools: [{ type: 'web_search_20250305', name: 'web_search' }] }, 'run tools of the provider'],
  ])('with %j asks for what is not simulated: %s', async (given, cannot) => {
    const response = await askMessages(given);
    expect(response.status).toBe(501);
    expect(response.json.message).toBe(`The simulated account does not ${cannot} yet.`);
  });
});
