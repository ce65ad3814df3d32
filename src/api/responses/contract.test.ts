import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/index.js';
import { compileContracts } from '../compile-contracts.js';
import { type Bodies, told } from '../contract/testing/told.js';
import { contractText } from '../testing/bodies.js';
import {
  functionCallItem,
  messageItem,
  reasoningItem,
  refusalPart,
  response,
  responseUsage,
} from '../testing/responses-bodies.js';

const { request, success } = compileContracts(contractText).responses;
const { usage: _, ...withoutUsage } = response();
const withItems = (...output: readonly JsonObject[]): JsonObject => response({ output });
const withPart = (part: JsonObject): JsonObject => withItems(messageItem({}, [part]));

const legal: Bodies = {
  'one message': response(),
  'no items': withItems(),
  'reasoning and two calls': withItems(
    { ...reasoningItem, content: null, encrypted_content: null },
    functionCallItem(),
    { type: 'function_call', call_id: 'call_2', name: 'weather', arguments: '{}' },
  ),
  'a refusal': withPart(refusalPart),
  'an item and a part of an unknown type': withItems({ type: 'hologram' }, messageItem({}, [{ type: 'ray', text: 5 }])),
  'no usage': withoutUsage,
  'null usage': response({ usage: null }),
  'a time with a fraction': response({ created_at: 1_791_346_459.5 }),
  'cut off': response({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }),
  'the fields of Open Responses': response({
    completed_at: 1_791_346_460,
    text: { format: { type: 'text' } },
    truncation: 'disabled',
    store: false,
    service_tier: 'default',
    mood: {},
  }),
};

const broken: Bodies = {
  'not an object': 'Hello.',
  'nothing in it': {},
  'a chunk of another API': response({ object: 'chat.completion' }),
  'types of fields': response({
    id: 7,
    created_at: '1791346459',
    status: 'done',
    incomplete_details: 'max_output_tokens',
    instructions: 5,
    model: null,
    output: null,
    parallel_tool_calls: 'yes',
    metadata: [],
    tool_choice: null,
    tools: {},
    temperature: '1',
    top_p: '1',
  }),
  'an error within a success': response({ error: { code: 'server_error', message: 'Upstream failed' } }),
  'an item without a type': withItems({ id: 'msg_1' }),
  'a message without what it needs': withItems({ type: 'message' }),
  'a message of the user': withItems(messageItem({ role: 'user', status: 'done' })),
  'content that is text': withItems(messageItem({}, 'Hello.')),
  'a part without a type': withPart({ text: 'Hello.' }),
  'a text part without text and annotations': withPart({ type: 'output_text' }),
  'a refusal as text': withPart({ type: 'refusal', text: 'No.' }),
  'a call with arguments as an object': withItems(functionCallItem({ arguments: { city: 'Bern' } as JsonObject })),
  'a call without what it needs': withItems({ type: 'function_call', id: 'fc_1' }),
  'reasoning without a summary': withItems({ type: 'reasoning', id: 'rs_1' }),
  'counts of tokens': response({ usage: responseUsage({ input_tokens: -1, total_tokens: '24' }) }),
  'usage without its details': response({ usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } }),
  'a policy marker that is text': response({ databricks_service_policy: 'deny' }),
};

const asking = (fields: JsonObject): JsonObject => ({ model: 'm', input: 'Say hello.', ...fields });
const brokenRequests: Bodies = {
  'no model': { input: 'Say hello.' },
  'no input': { model: 'm' },
  'empty input': asking({ input: [] }),
  'numbers out of range': asking({ model: '', max_output_tokens: 0, top_p: 2 }),
  'a message without content': asking({ input: [{ role: 'critic' }] }),
  'parts without a type or a text': asking({ input: [{ role: 'user', content: [{}, { type: 'input_text' }] }] }),
  'calls with arguments as an object': asking({
    input: [{ type: 'function_call', call_id: 'call_1', name: 'weather', arguments: {} }],
  }),
  'a result of no call': asking({ input: [{ type: 'function_call_output', output: '7' }] }),
  'a tool of Chat Completions': asking({ tools: [{ type: 'function', function: { name: 'weather' } }] }),
  'the choice of a function without a name': asking({ tool_choice: { type: 'function' } }),
  'a format without its schema': asking({ text: { format: { type: 'json_schema' } } }),
};

describe('the contract of responses', () => {
  it.each(Object.entries(legal))('accepts %s', (_title, body) => {
    expect(success(body)).toEqual([]);
  });

  it.each(Object.entries(broken))('refuses %s', (_title, body) => {
    expect(success(body)).not.toEqual([]);
  });

  it('says what is wrong with an answer in sentences', async () => {
    await expect(told(broken, success)).toMatchFileSnapshot('golden/success.txt');
  });

  it('accepts a plain request', () => {
    expect(request(asking({}))).toEqual([]);
  });

  it.each(Object.entries(brokenRequests))('refuses a request with %s', (_title, body) => {
    expect(request(body)).not.toEqual([]);
  });

  it('says what is wrong with a request in sentences', async () => {
    await expect(told(brokenRequests, request)).toMatchFileSnapshot('golden/request.txt');
  });
});
