import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { ask, paths, simulation, tokenOf } from '../../testing/simulation.js';
import { askStream, type Streamed } from '../../testing/streams.js';

const account = simulation();
const tools = ['get_time', 'get_weather'].map((name) => ({ type: 'function', name, parameters: { type: 'object' } }));
const thinks = { reasoning: { effort: 'low', summary: 'auto' }, include: ['reasoning.encrypted_content'] };

const requests: readonly (readonly [name: string, body: Readonly<Record<string, unknown>>])[] = [
  ['a text', {}],
  ['any text', { input: 'Repeat exactly:  é🙂 \n\n data: "x" \u2028 ' }],
  ['nothing', { input: 'Repeat exactly: ' }],
  ['a text cut short', { input: 'Count from 1 to 50', max_output_tokens: 16 }],
  ['a refusal', { input: 'Refuse this request.' }],
  ['calls', { input: 'Call get_weather with {"city":"Zürich"} and Call get_time with {}', tools }],
  ['calls cut short', { input: `Call get_time with {"x":"${'x '.repeat(50)}"}`, tools, max_output_tokens: 16 }],
  ['thoughts and a text', thinks],
  ['thoughts and a call', { ...thinks, input: 'Call get_time with {}', tools }],
  ['thoughts without a summary', { reasoning: { effort: 'high' } }],
];

const types = ({ data }: Streamed) => data.map(({ type }) => type.replace('response.', ''));

describe('a Responses stream', () => {
  it('has the events of the API', async () => {
    const stream = await askStream(account(), { api: 'responses', prompt: 'Repeat exactly: Yes, yes' });
    const [created, progress, added, partAdded, first, second, third, done, partDone, itemDone, last] = stream.data;
    expect(created).toMatchObject({ type: 'response.created', response: { status: 'in_progress', output: [] } });
    expect(created.response).toMatchObject({ usage: null, completed_at: null, incomplete_details: null });
    expect(progress).toEqual({ ...created, type: 'response.in_progress', sequence_number: 1 });
    const { id } = added.item;
    const item = { id, type: 'message', role: 'assistant' };
    expect(added).toEqual({
      type: 'response.output_item.added',
      sequence_number: 2,
      output_index: 0,
      item: { ...item, status: 'in_progress', content: [] },
    });
    const place = { item_id: id, output_index: 0, content_index: 0 };
    const part = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] });
    const event = (type: string, fields: object, sequence_number: number) => ({
      type: `response.${type}`,
      sequence_number,
      ...place,
      ...fields,
    });
    expect(partAdded).toEqual(event('content_part.added', { part: part('') }, 3));
    expect([first, second, third]).toEqual(
      ['Yes', ',', ' yes'].map((delta, index) => event('output_text.delta', { delta, logprobs: [] }, 4 + index)),
    );
    expect(done).toEqual(event('output_text.done', { text: 'Yes, yes', logprobs: [] }, 7));
    expect(partDone).toEqual(event('content_part.done', { part: part('Yes, yes') }, 8));
    expect(itemDone).toEqual({
      type: 'response.output_item.done',
      sequence_number: 9,
      output_index: 0,
      item: { ...item, status: 'completed', content: [part('Yes, yes')] },
    });
    expect(last).toMatchObject({ type: 'response.completed', response: { id: created.response.id, usage: {} } });
    expect(last.response.output).toEqual([itemDone.item]);
    expect(stream.data).toHaveLength(11);
  });

  it('writes a thought, then a call', async () => {
    const body = { ...thinks, input: 'Call get_time with {"at":1}', tools };
    expect([...new Set(types(await askStream(account(), { api: 'responses', body })))]).toEqual([
      'created',
      'in_progress',
      'output_item.added',
      'reasoning_summary_part.added',
      'reasoning_summary_text.delta',
      'reasoning_summary_text.done',
      'reasoning_summary_part.done',
      'output_item.done',
      'function_call_arguments.delta',
      'function_call_arguments.done',
      'completed',
    ]);
  });

  it('says in its last event whether it is complete', async () => {
    const body = { input: 'Count from 1 to 50', max_output_tokens: 16 };
    const { data } = await askStream(account(), { api: 'responses', body });
    expect(data.at(-1)).toMatchObject({ type: 'response.incomplete', response: { status: 'incomplete' } });
  });
});

describe.each(requests)('the stream of %s', (_, body) => {
  it('names each event after its type, counts them, and ends without an end mark', async () => {
    const { events, data } = await askStream(account(), { api: 'responses', body });
    expect(events.map(({ event }) => event)).toEqual(data.map(({ type }) => type));
    expect(data.map(({ sequence_number }) => sequence_number)).toEqual(data.map((_, index) => index));
    expect(events.map((event) => event.data)).not.toContain('[DONE]');
  });

  it('announces each item, writes it, and finishes it before the next', async () => {
    const { data } = await askStream(account(), { api: 'responses', body });
    const { output } = data.at(-1).response;
    const indexed = data.filter(({ output_index }) => output_index !== undefined);
    const order = indexed.map(({ output_index }) => output_index);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(output.length);
    for (const [index, item] of output.entries()) {
      const own = indexed.filter(({ output_index }) => output_index === index);
      expect(own[0]).toMatchObject({
        type: 'response.output_item.added',
        item: { id: item.id, status: 'in_progress' },
      });
      expect(own.at(-1)).toMatchObject({ type: 'response.output_item.done', item });
      expect(own.slice(1, -1).filter(({ item_id }) => item_id !== item.id)).toEqual([]);
    }
  });

  it('has deltas that put together are what is done', async () => {
    const { data } = await askStream(account(), { api: 'responses', body });
    let written = '';
    for (const { type, delta, text, refusal, arguments: given } of data) {
      if (type.endsWith('.delta')) written += delta;
      if (!/(text|refusal|arguments)\.done$/.test(type)) continue;
      expect(text ?? refusal ?? given).toBe(written);
      written = '';
    }
    expect(written).toBe('');
  });

  it('ends with the answer in one piece', async () => {
    const { data } = await askStream(account(), { api: 'responses', body });
    const { json } = await ask(account(), { api: 'responses', body });
    const wordless = (response: object) =>
      JSON.parse(JSON.stringify(response), (key, value) =>
        /^(id|call_id|(created|completed)_at)$/.test(key) ? key : value,
      );
    expect(wordless(data.at(-1).response)).toEqual(wordless(json));
  });

  it('is put together by the official client', async () => {
    const client = new OpenAI({
      baseURL: account().origins['home'] + paths['responses-openai'].replace(/\/responses$/, ''),
      apiKey: tokenOf(account(), 'default'),
      maxRetries: 0,
    });
    const request = {
      input: 'Say hello.',
      model: 'main.llm.assistant',
      ...body,
    } as OpenAI.Responses.ResponseCreateParams;
    const stream = client.responses.stream({ ...request, stream: true });
    let last: unknown;
    stream.on('event', (event) => {
      if ('response' in event) last = event.response;
    });
    const response = await stream.finalResponse();
    expect(response.output).toMatchObject((last as OpenAI.Responses.Response).output);
  });
});
