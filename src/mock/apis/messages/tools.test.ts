import { describe, expect, it } from 'vitest';
import { ask, saidBy, simulation } from '../../testing/simulation.js';
import { askStream } from '../../testing/streams.js';

const account = simulation();

const tool = (name: string, more: object = {}) => ({ name, input_schema: { type: 'object' }, ...more });
const tools = [tool('get_weather', { description: 'x', type: 'custom' }), tool('get_time')];
const user = { role: 'user', content: 'Call get_weather with {"city":"Zürich"} and Call get_time with {}' };
const askTools = (body: object = {}) => ask(account(), { api: 'messages', body: { tools, messages: [user], ...body } });

const use = (id: string) => ({ type: 'tool_use', id, name: 'get_time', input: {} });
const calling = (...ids: string[]) => ({ role: 'assistant', content: ids.map(use) });
const result = (id: string, content: unknown = 'noon') => ({ type: 'tool_result', tool_use_id: id, content });
const answering = (...content: object[]) => ({ role: 'user', content });

describe('a message that calls tools', () => {
  it('has a block for each call, and arguments as an object', async () => {
    const id = expect.stringMatching(/^toolu_bdrk_[0-9a-f]{24}$/);
    const { json } = await askTools();
    expect(json.content).toEqual([
      { type: 'tool_use', id, name: 'get_weather', input: { city: 'Zürich' } },
      { type: 'tool_use', id, name: 'get_time', input: {} },
    ]);
    expect(json.stop_reason).toBe('tool_use');
    expect(json.content[0].id).not.toBe(json.content[1].id);
  });

  it('streams each input in pieces of JSON, an empty one first', async () => {
    const { data } = await askStream(account(), { api: 'messages', body: { tools, messages: [user] } });
    const events = data.slice(1, -2);
    const starts = events.filter(({ type }) => type === 'content_block_start');
    expect(starts.map(({ index, content_block: { name, input } }) => [index, name, input])).toEqual([
      [0, 'get_weather', {}],
      [1, 'get_time', {}],
    ]);
    const pieces = events.filter(({ index, delta }) => index === 0 && delta).map(({ delta }) => delta);
    expect(pieces[0]).toEqual({ type: 'input_json_delta', partial_json: '' });
    expect(pieces.map(({ partial_json }) => partial_json).join('')).toBe('{"city":"Zürich"}');
    expect(data.at(-2).delta).toEqual({ stop_reason: 'tool_use', stop_sequence: null });
  });

  it('is understood when it comes back with the results', async () => {
    const { content } = (await askTools()).json;
    const results = content.map(({ id }: { id: string }, index: number) =>
      result(id, index === 0 ? 'sunny' : [{ type: 'text', text: 'noon' }]),
    );
    const messages = [user, { role: 'assistant', content }, answering(...results)];
    expect(saidBy(await askTools({ messages }))).toBe('sunny\nnoon');
  });

  it('lets the user go on behind the results', async () => {
    const said = { type: 'text', text: 'Repeat exactly: go on' };
    const messages = [user, calling('a'), answering(result('a', null), said)];
    expect(saidBy(await askTools({ messages }))).toBe('go on');
  });

  it.each<[tool_choice: object, names: readonly string[]]>([
    [{ type: 'auto' }, ['get_weather', 'get_time']],
    [{ type: 'none' }, []],
    [{ type: 'any' }, ['get_weather', 'get_time']],
    [{ type: 'tool', name: 'get_time' }, ['get_time']],
    [{ type: 'auto', disable_parallel_tool_use: true }, ['get_weather']],
  ])('by the choice %j calls %j', async (tool_choice, names) => {
    const { json } = await askTools({ tool_choice });
    const calls: readonly { type: string; name: string }[] = json.content;
    expect(calls.filter(({ type }) => type === 'tool_use').map(({ name }) => name)).toEqual(names);
  });

  it('calls something when it must', async () => {
    const messages = [{ role: 'user', content: 'Say hello.' }];
    expect((await askTools({ messages, tool_choice: { type: 'any' } })).json.content).toMatchObject([
      { type: 'tool_use', name: 'get_weather', input: {} },
    ]);
  });
});

describe('a Messages request with tools', () => {
  it.each<[given: object, complaint: string]>([
    [{ tools: [{ name: 'f' }] }, 'tools.0.input_schema: is required'],
    [{ tools: [tool('a b')] }, 'tools.0.name: must match the pattern ^[a-zA-Z0-9_-]{1,128}$'],
    [{ tools: [tool('f', { input_schema: {} })] }, 'tools.0.input_schema: schema must be a JSON Schema'],
    [{ tools: [tool('f', { parameters: {} })] }, 'unknown field "tools.0.parameters"'],
    [{ tools: [null] }, 'tools.0: must be an object'],
    [{ tools: [tool('f'), tool('f')] }, 'tools: Tool names must be unique.'],
    [{ tool_choice: { type: 'required' } }, 'tool_choice.type: must be one of auto, any, tool, none'],
    [{ tool_choice: { type: 'tool', name: 'f' } }, "tool_choice: Tool 'f' not found in provided tools"],
    [{ tools: undefined, tool_choice: { type: 'auto' } }, 'tool_choice: may only be specified while providing tools'],
    [{ messages: [user, calling('a')] }, 'messages.1: `tool_use` ids were found without `tool_result` blocks'],
    [{ messages: [user, calling('a', 'b'), answering(result('b'))] }, 'blocks immediately after: a.'],
    [{ messages: [user, calling('a', 'a'), answering(result('a'))] }, 'messages.1: `tool_use` ids must be unique'],
    [{ messages: [answering(result('a'))] }, 'messages.0.content.0: unexpected `tool_use_id` found in `tool_result`'],
    [{ messages: [user, calling('a'), answering(result('a'), result('b'))] }, 'messages.2.content.1: unexpected'],
    [{ messages: [user, calling(''), answering(result(''))] }, 'messages.1.content.0.id: String should match pattern'],
  ])('%j is refused, the complaint in JSON: %s', async (given, complaint) => {
    const response = await askTools(given);
    expect(response.status).toBe(400);
    expect(response.json.error_code).toBe('BAD_REQUEST');
    expect(JSON.parse(response.json.message).message).toContain(complaint);
  });

  it('and images in their results asks for what is not simulated', async () => {
    const source = { type: 'url', url: 'https://example.com/a.png' };
    const messages = [user, calling('a'), answering(result('a', [{ type: 'image', source }]))];
    const { status, json } = await askTools({ messages });
    expect(status).toBe(501);
    expect(json.message).toContain('look at anything but text in the results of tools');
  });
});
