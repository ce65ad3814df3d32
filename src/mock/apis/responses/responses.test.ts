import { describe, expect, it } from 'vitest';
import { ask, saidBy, simulation } from '../../testing/simulation.js';

const account = simulation();
const askResponses = (body: object = {}, api: 'responses' | 'responses-openai' | 'responses-codex' = 'responses') =>
  ask(account(), { api, body: { ...body } });

const greeting = 'Hello! How can I help you today?';
const user = { role: 'user', content: 'Say hello.' };
const weather = {
  type: 'function',
  name: 'get_weather',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const time = { type: 'function', name: 'get_time', parameters: { type: 'object', properties: {} } };
const asksBoth = 'Call get_weather with {"city":"Zürich"} and Call get_time with {}';

const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_[0-9a-f]{32}$`));
const outputText = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] });

describe('a response', () => {
  it.each(['responses', 'responses-openai', 'responses-codex'] as const)(
    'by %s has all the fields of the specification',
    async (api) => {
      const { status, json } = await askResponses({}, api);
      expect(status).toBe(200);
      expect(json).toEqual({
        id: id('resp'),
        object: 'response',
        created_at: expect.any(Number),
        completed_at: expect.any(Number),
        status: 'completed',
        incomplete_details: null,
        model: 'claude-sim-1-20260101',
        previous_response_id: null,
        instructions: null,
        output: [
          { id: id('msg'), type: 'message', status: 'completed', role: 'assistant', content: [outputText(greeting)] },
        ],
        error: null,
        tools: [],
        tool_choice: 'auto',
        truncation: 'disabled',
        parallel_tool_calls: true,
        text: { format: { type: 'text' }, verbosity: 'medium' },
        top_p: 1,
        presence_penalty: 0,
        frequency_penalty: 0,
        top_logprobs: 0,
        temperature: 1,
        reasoning: { effort: null, summary: null },
        usage: {
          input_tokens: 7,
          input_tokens_details: { cached_tokens: 0 },
          output_tokens: 9,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: 16,
        },
        max_output_tokens: 64,
        max_tool_calls: null,
        store: false,
        background: false,
        service_tier: 'default',
        metadata: {},
        safety_identifier: null,
        prompt_cache_key: null,
      });
      expect(Object.keys(json)).toHaveLength(31);
    },
  );

  it('says back what was set', async () => {
    const set = {
      instructions: 'Be kind.',
      temperature: 0,
      top_p: 0.5,
      parallel_tool_calls: false,
      tool_choice: 'required',
      metadata: { run: '1' },
      text: { format: { type: 'text' }, verbosity: 'low' },
      truncation: 'auto',
      prompt_cache_key: 'k',
    };
    const { json } = await askResponses({ ...set, tools: [weather] });
    expect(json).toMatchObject({ ...set, tools: [{ ...weather, description: null, strict: null }] });
  });

  it('that is cut short is incomplete, and so is its message', async () => {
    const { json } = await askResponses({ input: 'Count from 1 to 50', max_output_tokens: 16 });
    expect(json).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      completed_at: null,
      output: [{ status: 'incomplete', content: [{ text: '1, 2, 3, 4, 5, 6, 7, 8,' }] }],
      usage: { output_tokens: 16 },
    });
  });

  it('declines in a part of its own', async () => {
    const { json } = await askResponses({ input: 'Refuse this request.' });
    expect(json.status).toBe('completed');
    expect(json.output).toMatchObject([{ content: [{ type: 'refusal', refusal: "I can't help with that." }] }]);
  });

  it('calls functions, each in an item with an id and an id of the call', async () => {
    const { json } = await askResponses({ input: asksBoth, tools: [weather, time] });
    const call = { id: id('fc'), type: 'function_call', status: 'completed', call_id: id('call') };
    expect(json.status).toBe('completed');
    expect(json.output).toEqual([
      { ...call, name: 'get_weather', arguments: '{"city":"Zürich"}' },
      { ...call, name: 'get_time', arguments: '{}' },
    ]);
    expect(json.output[0].call_id).not.toBe(json.output[1].call_id);
  });

  it.each<[given: object, called: string[]]>([
    [{ parallel_tool_calls: false }, ['get_weather']],
    [{ tool_choice: 'none' }, []],
    [{ tool_choice: { type: 'function', name: 'get_time' } }, ['get_time']],
    [{ input: 'Say hello.', tool_choice: 'required' }, ['get_weather']],
    [
      {
        input: 'Say hello.',
        tool_choice: { type: 'allowed_tools', mode: 'required', tools: [{ type: 'function', name: 'get_time' }] },
      },
      ['get_time'],
    ],
    [
      { tool_choice: { type: 'allowed_tools', mode: 'auto', tools: [{ type: 'function', name: 'get_time' }] } },
      ['get_time'],
    ],
  ])('with %j calls %j', async (given, called) => {
    const { json } = await askResponses({ input: asksBoth, tools: [weather, time], ...given });
    const calls = json.output.filter(({ type }: { type: string }) => type === 'function_call');
    expect(calls.map(({ name }: { name: string }) => name)).toEqual(called);
  });

  it.each<[format: object, text: string]>([
    [{ type: 'json_schema', name: 'answer', schema: weather.parameters }, '{"city":"Bern"}'],
    [{ type: 'json_object' }, '{"city":"Bern"}'],
  ])('in the format %j is JSON', async (format, text) => {
    expect(saidBy(await askResponses({ input: 'Answer with this JSON: {"city":"Bern"}', text: { format } }))).toBe(
      text,
    );
  });

  it('shows thoughts to those who ask for a summary', async () => {
    const { json } = await askResponses({ reasoning: { effort: 'low', summary: 'auto' } });
    expect(json.output).toMatchObject([
      { id: id('rs'), type: 'reasoning', summary: [{ type: 'summary_text', text: 'Follow the script.' }] },
      { type: 'message', content: [{ text: greeting }] },
    ]);
    expect(json.output[0]).not.toHaveProperty('encrypted_content');
    expect(json.usage).toMatchObject({ output_tokens: 13, output_tokens_details: { reasoning_tokens: 4 } });
  });

  it('has thoughts without words for those who ask for thinking only', async () => {
    const { json } = await askResponses({ reasoning: { effort: 'high' }, include: ['reasoning.encrypted_content'] });
    expect(json.output[0]).toMatchObject({ type: 'reasoning', summary: [], encrypted_content: expect.any(String) });
  });

  it.each([{ effort: 'none' }, { effort: null }, {}])('with reasoning %j does not think', async (reasoning) => {
    const { json } = await askResponses({ reasoning });
    expect(json.usage.output_tokens_details.reasoning_tokens).toBe(0);
    expect(json.output).toHaveLength(1);
  });
});

describe('the input of a response', () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';
  const call = { type: 'function_call', call_id: 'a', name: 'get_time', arguments: '{}' };
  const output = { type: 'function_call_output', call_id: 'a', output: 'noon' };

  it.each<[what: string, given: object, text: string]>([
    ['a message', { input: [user] }, greeting],
    ['a message with its type', { input: [{ type: 'message', ...user }] }, greeting],
    ['instructions', { instructions: 'Answer only with the word: yes' }, 'yes'],
    ['a system message', { input: [{ role: 'system', content: 'Answer only with the word: yes' }, user] }, 'yes'],
    [
      'a developer message in parts',
      {
        input: [{ role: 'developer', content: [{ type: 'input_text', text: 'Answer only with the word: yes' }] }, user],
      },
      'yes',
    ],
    [
      'text in parts',
      { input: [{ role: 'user', content: ['Repeat ', 'exactly: é🙂'].map((text) => ({ type: 'input_text', text })) }] },
      'é🙂',
    ],
    [
      'a conversation',
      {
        input: [
          { role: 'user', content: 'My name is Ada.' },
          { role: 'assistant', content: [{ type: 'output_text', text: 'Hello, Ada.' }] },
          { role: 'user', content: 'What is my name?' },
        ],
      },
      'Your name is Ada.',
    ],
    [
      'what the assistant declined',
      {
        input: [
          user,
          { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
          { role: 'user', content: 'Repeat what you said first.' },
        ],
      },
      'No.',
    ],
    ['a call and its output', { input: [user, call, output] }, 'noon'],
    [
      'the outputs of parallel calls',
      {
        input: [
          user,
          { role: 'assistant', content: 'Let me see.' },
          { ...call, call_id: 'b' },
          call,
          { ...output, call_id: 'b', output: [{ type: 'input_text', text: 'sunny' }] },
          output,
        ],
      },
      'sunny\nnoon',
    ],
    [
      'an image',
      {
        input: [
          {
            role: 'user',
            content: [
              { type: 'input_text', text: 'Which color is this?' },
              { type: 'input_image', detail: 'auto', image_url: `data:image/png;base64,${png}` },
            ],
          },
        ],
      },
      'red',
    ],
  ])('may be %s', async (_, given, text) => {
    const response = await askResponses(given);
    expect(response.json).toMatchObject({ status: 'completed' });
    expect(saidBy(response)).toBe(text);
  });

  it('may be what the model has answered, as it came', async () => {
    const thinks = {
      reasoning: { effort: 'low', summary: 'auto' },
      include: ['reasoning.encrypted_content'],
      tools: [time],
    };
    const first = { role: 'user', content: 'Call get_time with {}' };
    const { json: called } = await askResponses({ ...thinks, input: [first] });
    const { json: answered } = await askResponses({
      ...thinks,
      input: [first, ...called.output, { ...output, call_id: called.output[1].call_id }],
    });
    expect(answered.output).toMatchObject([{ type: 'reasoning' }, { content: [{ text: 'noon' }] }]);
    const third = await askResponses({
      ...thinks,
      input: [user, ...answered.output, { role: 'user', content: 'Repeat what you said first.' }],
    });
    expect(saidBy(third)).toBe('noon');
  });
});
