import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json/index.js';
import { apis } from '../apis.js';
import { compileContracts } from '../compile-contracts.js';
import { calling, choice, completion, contractText, functionCall, message, toolUse } from '../testing/bodies.js';
import { type Bodies, told } from './testing/told.js';

const contracts = compileContracts(contractText);

const withContent = (content: Json): Json => completion({ choices: [choice({}, { role: 'assistant', content })] });
const refusing = (said: JsonObject): Json => completion({ choices: [choice({}, said)] });
const { model: _, ...withoutModel } = completion();

const legal = {
  chat: {
    'string content': completion(),
    'block content': withContent([
      {
        type: 'reasoning',
        summary: [
          { type: 'summary_text', text: 'They greet.' },
          { type: 'summary_encrypted_text', data: 'x' },
        ],
      },
      { type: 'text', text: 'Hello.', thoughtSignature: 'abc' },
    ]),
    'a block of an unknown type': withContent([{ type: 'hologram', text: 5, summary: 'none' }]),
    'null content with tool calls': calling([functionCall()]),
    'tool calls without content': completion({
      choices: [choice({ finish_reason: 'tool_calls' }, { tool_calls: [functionCall()] })],
    }),
    'extra fields everywhere': completion({
      x: { y: 1 },
      choices: [choice({ z: [] }, { content: 'a', reasoning_content: 'b', w: 0 })],
    }),
    'no model': withoutModel,
    'nothing but content': { choices: [{ message: { content: 'Hello.' } }] },
    'a null error': completion({ error: null }),
    'null usage': completion({ usage: null }),
    'a refusal': refusing({ role: 'assistant', content: null, refusal: 'No.' }),
    'nothing but a refusal': refusing({ refusal: 'No.' }),
    'null details': completion({ usage: { prompt_tokens: 1, prompt_tokens_details: null } }),
    'details of usage': completion({ usage: { completion_tokens_details: { reasoning_tokens: 3 } } }),
    'probabilities of tokens': completion({
      choices: [
        choice({
          logprobs: { content: [{ token: 'Hi', logprob: -0.1, bytes: null, top_logprobs: [] }], refusal: null },
        }),
      ],
    }),
    'a whole number written with a fraction': completion({ created: JSON.parse('1791346459.0') as number }),
  },
  messages: {
    'one text block': message(),
    'thinking and a tool': message({
      content: [{ type: 'thinking', thinking: 'Hm.', signature: 's' }, toolUse],
      stop_reason: 'tool_use',
    }),
    'no content blocks': message({ content: [] }),
    'a block of an unknown type': message({ content: [{ type: 'hologram', input: 'text', data: {} }] }),
    'extra fields': message({
      container: null,
      usage: { input_tokens: 1, output_tokens: 1, cache_read_input_tokens: 0, service_tier: 'standard' },
    }),
    'nothing but the required': { type: 'message', role: 'assistant', content: [] },
    'thinking that is not shown, without its signature': message({ content: [{ type: 'thinking', thinking: '' }] }),
    'redacted thinking': message({ content: [{ type: 'redacted_thinking', data: 'x' }] }),
    citations: message({
      content: [
        { type: 'text', text: 'a', citations: null },
        { type: 'text', text: 'b', citations: [{ type: 'char_location' }] },
      ],
    }),
    'a refusal': message({ content: [], stop_reason: 'refusal', stop_details: { type: 'refusal', category: null } }),
  },
} satisfies Readonly<Record<string, Bodies>>;

const broken = {
  chat: {
    'not an object': 'Hello.',
    'a list': [completion()],
    'no choices': {},
    'empty choices': completion({ choices: [] }),
    'a choice that is no object': completion({ choices: ['Hello.'] }),
    'a choice without a message': completion({ choices: [{ index: 0, finish_reason: 'stop' }] }),
    'a message with neither content nor tool calls': completion({ choices: [choice({}, { role: 'assistant' })] }),
    'numeric content': withContent(5),
    'object content': withContent({ type: 'text', text: 'Hello.' }),
    'a block without a type': withContent([{ text: 'Hello.' }]),
    'a text block without text': withContent([{ type: 'text' }]),
    'a text block whose text is no string': withContent([{ type: 'text', text: ['Hello.'] }]),
    'a reasoning block whose summary is text': withContent([{ type: 'reasoning', summary: 'They greet.' }]),
    'a tool call with arguments as an object': calling([
      functionCall({ function: { name: 'weather', arguments: { city: 'Bern' } } }),
    ]),
    'a tool call without a function': calling([{ id: 'call_1', type: 'function' }]),
    'a chunk of a stream': completion({ object: 'chat.completion.chunk' }),
    'types of fields': completion({
      id: 7,
      created: '1791346459',
      model: null,
      choices: [choice({ index: '0', finish_reason: 1 })],
    }),
    'fractional and negative counts': completion({
      usage: { prompt_tokens: 1.5, completion_tokens: -1, total_tokens: '3' },
    }),
    'an error within a success': completion({ error: { message: 'Upstream failed', code: 500 } }),
    'nothing but an error': { error: { message: 'Upstream failed' } },
    'a policy marker that is text': completion({ databricks_service_policy: 'deny' }),
    'a refusal in blocks': refusing({ content: null, refusal: [{ type: 'refusal' }] }),
    'details of usage': completion({ usage: { completion_tokens_details: { reasoning_tokens: '3' } } }),
    // The shape of the older completions API (vllm-project/vllm#4795).
    'probabilities in parallel lists': completion({
      choices: [choice({ logprobs: { tokens: ['Hi'], token_logprobs: [-0.1] } })],
    }),
    'a probability without its token': completion({
      choices: [choice({ logprobs: { content: [{ logprob: -0.1 }] } })],
    }),
  },
  messages: {
    null: null,
    'nothing in it': {},
    'an error': { type: 'error', error: { type: 'api_error', message: 'Upstream failed' } },
    'a chat completion': completion(),
    'null content': message({ content: null }),
    'string content': message({ content: 'Hello.' }),
    'a block that is no object': message({ content: ['Hello.'] }),
    'a tool_use block with input as text': message({ content: [{ ...toolUse, input: '{"city":"Bern"}' }] }),
    'a tool_use block without name and input': message({ content: [{ type: 'tool_use', id: 'toolu_1' }] }),
    'a message of the user': message({ role: 'user' }),
    'types of fields': message({ id: 7, model: 1, stop_reason: true, stop_sequence: [], usage: 'none' }),
    'counts of tokens': message({ usage: { input_tokens: -1, output_tokens: null } }),
    'a very long text where a list belongs': message({ content: 'x'.repeat(5000) }),
    'thinking blocks': message({
      content: [
        { type: 'thinking', signature: 's' },
        { type: 'thinking', thinking: 'Hm.', signature: 7 },
        { type: 'redacted_thinking' },
      ],
    }),
    'citations and details': message({
      content: [{ type: 'text', text: 'a', citations: 'b' }],
      stop_details: 'refused',
      usage: { input_tokens: 1, output_tokens: 1, cache_read_input_tokens: '0' },
    }),
    'a block without a type': message({ content: [{ text: 'a' }] }),
  },
} satisfies Readonly<Record<keyof typeof legal, Bodies>>;

const legalErrors: Bodies = {
  databricks: {
    error_code: 'NOT_FOUND',
    message: 'gone',
    details: [{ '@type': 'RequestInfo', request_id: 'r', serving_data: '' }],
  },
  'databricks with an empty message': { error_code: 'CANCELLED', message: '' },
  'auth layer': { error_code: 401, message: 'Credential was not sent or was of an unsupported type for this API.' },
  openai: { error: { message: 'no', type: 'invalid_request_error', param: null, code: null } },
  'openai with a numeric code': { error: { message: 'no', code: 429 } },
  anthropic: { type: 'error', error: { type: 'api_error', message: 'no' }, request_id: null },
};

const brokenErrors: Bodies = {
  'not an object': ['no'],
  'nothing in it': {},
  'another envelope': { detail: 'no' },
  'only a message': { message: 'no' },
  'a code without a message': { error_code: 'NOT_FOUND' },
  'a code that is neither text nor number': { error_code: null, message: 'no' },
  'a fractional code': { error_code: 4.5, message: 'no' },
  'a message that is an object': { error_code: 'NOT_FOUND', message: { text: 'no' } },
  'an error that is text': { error: 'no' },
  'an error without a message': { error: { code: 'x' } },
  'an empty message': { error: { message: '' } },
  'an anthropic error without a type': { type: 'error', error: { text: 'no' } },
};

const names = Object.keys(legal) as (keyof typeof legal)[];

describe.each(names)('the contract of %s', (name) => {
  it.each(Object.entries<Json>(legal[name]))('accepts %s', (_title, body) => {
    expect(contracts[name].success(body)).toEqual([]);
  });

  it.each(Object.entries<Json>(broken[name]))('refuses %s', (_title, body) => {
    expect(contracts[name].success(body)).not.toEqual([]);
  });

  it('says what is wrong in sentences', async () => {
    await expect(told(broken[name], contracts[name].success)).toMatchFileSnapshot(`golden/${name}-success.txt`);
  });
});

describe.each(Object.keys(apis) as (keyof typeof apis)[])('the contract of %s', (name) => {
  it.each(Object.entries(legalErrors))('accepts the error envelope: %s', (_title, body) => {
    expect(contracts[name].error(body)).toEqual([]);
  });

  it.each(Object.entries(brokenErrors))('refuses as an error: %s', (_title, body) => {
    expect(contracts[name].error(body)).not.toEqual([]);
  });
});

describe('a contract', () => {
  it('says what is wrong with an error in sentences', async () => {
    await expect(told(brokenErrors, contracts.chat.error)).toMatchFileSnapshot('golden/error.txt');
  });

  it('gives expected and found as values, and the place as a pointer', () => {
    expect(contracts.chat.success(completion({ created: '17' }))).toEqual([
      {
        message: '`created` is the string "17"; expected a whole number.',
        where: '/created',
        expected: 'a whole number',
        found: '17',
      },
    ]);
  });

  it('never repeats a large value', () => {
    const [violation] = contracts.messages.success(message({ content: 'x'.repeat(1_000_000) }));
    expect(JSON.stringify(violation).length).toBeLessThan(1000);
  });

  it('names at most 20 violations', () => {
    const choices = Array.from({ length: 1000 }, () => ({}));
    expect(contracts.chat.success({ choices })).toHaveLength(20);
  });

  it('names the first violation of a body of hundreds of thousands of values', () => {
    const choices = Array.from({ length: 300_000 }, () => 0);
    expect(contracts.chat.success({ choices })).toHaveLength(1);
  });

  it('survives nesting deeper than the stack', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as Json;
    expect(contracts.chat.success(completion({ choices: deep }))).toHaveLength(1);
    expect(contracts.chat.success(completion({ extra: deep }))).toEqual([]);
  });
});
