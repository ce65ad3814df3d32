import { describe, expect, it } from 'vitest';
import { ask, simulation } from '../../testing/simulation.js';

const account = simulation();

const weather = {
  type: 'object',
  required: ['city'],
  properties: { city: { type: 'string' }, days: { type: 'integer' } },
};
const tool = (name: string, parameters?: unknown) => ({
  type: 'function',
  function: { name, ...(parameters !== undefined && { parameters }) },
});
const tools = [tool('get_weather', weather), tool('get_time')];
const user = { role: 'user', content: 'Call get_weather with {"city":"Zürich","days":1} and Call get_time with {}' };
const call = (id: string, name = 'get_time', given = '{}') => ({
  id,
  type: 'function',
  function: { name, arguments: given },
});
const calling = (...calls: object[]) => ({ role: 'assistant', content: null, tool_calls: calls });
const result = (id: string, content: unknown = 'noon') => ({ role: 'tool', tool_call_id: id, content });

describe('a chat completion that calls tools', () => {
  it('has no content, and arguments as JSON text', async () => {
    const { json } = await ask(account(), { body: { tools, messages: [user] } });
    const id = expect.stringMatching(/^call_[0-9a-f]{24}$/);
    expect(json.choices).toEqual([
      {
        index: 0,
        message: {
          role: 'assistant',
          content: null,
          refusal: null,
          tool_calls: [
            { ...call('', 'get_weather', '{"city":"Zürich","days":1}'), id },
            { ...call('', 'get_time'), id },
          ],
        },
        finish_reason: 'tool_calls',
        logprobs: null,
      },
    ]);
    const [first, second] = json.choices[0].message.tool_calls;
    expect(first.id).not.toBe(second.id);
  });

  it('is understood when it comes back with the results', async () => {
    for (const model of ['main.llm.assistant', 'databricks-llama-sim-1']) {
      const { message } = (await ask(account(), { model, body: { tools, messages: [user] } })).json.choices[0];
      const results = message.tool_calls.map(({ id }: { id: string }, index: number) =>
        result(id, index === 0 ? 'sunny' : [{ type: 'text', text: 'noon' }]),
      );
      const { json } = await ask(account(), { body: { tools, messages: [user, message, ...results.reverse()] } });
      expect(json.choices[0]).toMatchObject({ message: { content: 'noon\nsunny' }, finish_reason: 'stop' });
    }
  });

  it.each<[more: object, names: readonly string[]]>([
    [{ tool_choice: 'auto' }, ['get_weather', 'get_time']],
    [{ tool_choice: 'none' }, []],
    [{ tool_choice: 'required', messages: [{ role: 'user', content: 'Say hello.' }] }, ['get_weather']],
    [{ tool_choice: { type: 'function', function: { name: 'get_time' } } }, ['get_time']],
    [{ parallel_tool_calls: false }, ['get_weather']],
    [{ parallel_tool_calls: true, tool_choice: null }, ['get_weather', 'get_time']],
  ])('with %j calls %j', async (more, names) => {
    const { json } = await ask(account(), { body: { tools, messages: [user], ...more } });
    const { message, finish_reason } = json.choices[0];
    const calls: readonly ReturnType<typeof call>[] = message.tool_calls ?? [];
    expect(calls.map((one) => one.function.name)).toEqual(names);
    expect(finish_reason).toBe(names.length > 0 ? 'tool_calls' : 'stop');
  });

  it('keeps only calls that fit', async () => {
    const { json } = await ask(account(), { body: { tools, messages: [user], max_tokens: 20 } });
    expect(json.choices[0]).toMatchObject({
      message: { tool_calls: [{ function: { name: 'get_weather' } }] },
      finish_reason: 'length',
    });
    expect(json.usage.completion_tokens).toBe(20);
  });
});

describe('a chat request with tools', () => {
  it.each<[given: object, complaint: string]>([
    [{ tools: [{ type: 'web_search' }] }, 'tools.0.function: is required'],
    [{ tools: [{ ...tool('f'), type: 'custom' }] }, 'tools.0.type: must be function'],
    [{ tools: [tool('a b')] }, 'tools.0.function.name: must match the pattern ^[a-zA-Z0-9_-]{1,64}$'],
    [{ tools: [tool('x'.repeat(65))] }, 'tools.0.function.name: must match'],
    [{ tools: [tool('f', 'none')] }, 'tools.0.function.parameters: schema must be a JSON Schema of \'type: "object"\''],
    [{ tools: [tool('f', { type: 'array' })] }, 'tools.0.function.parameters: schema must be'],
    [{ tools: [tool('f'), tool('g'), tool('f')] }, "tools: tool names must be unique, and 'f' is given twice"],
    [{ tools, tool_choice: 'any' }, 'tool_choice: must be auto or required or none'],
    [{ tools, tool_choice: { type: 'function', function: { name: 'f' } } }, "tool choice 'f' not found in 'tools'"],
    [{ parallel_tool_calls: false }, 'parallel_tool_calls: may only be set together with tools'],
    [{ messages: [user, calling({ ...call('a'), id: '' }), result('a')] }, 'messages.1.tool_calls.0.id: must be'],
    [{ messages: [user, calling(call('a', 'f', '')), result('a')] }, 'arguments: must be the JSON text of an object'],
    [
      { messages: [user, calling(call('a', 'f', '"{}"')), result('a')] },
      'arguments: must be the JSON text of an object',
    ],
    [
      { messages: [user, calling(call('a'), call('a')), result('a')] },
      "messages.1.tool_calls: ids must be unique, and 'a'",
    ],
    [{ messages: [user, result('a')] }, "messages.1.tool_call_id: messages with role 'tool' must be a response"],
    [{ messages: [user, calling(call('a')), result('b')] }, "messages.2.tool_call_id: messages with role 'tool'"],
    [
      { messages: [user, calling(call('a')), result('a'), result('a')] },
      "messages.3.tool_call_id: messages with role 'tool'",
    ],
    [{ messages: [user, calling(call('a')), user] }, 'did not have response messages: a'],
    [{ messages: [user, calling(call('a'), call('b')), result('b')] }, 'did not have response messages: a'],
  ])('%j is refused: %s', async (given, complaint) => {
    const response = await ask(account(), { body: { ...given } });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining(complaint) });
  });
});
