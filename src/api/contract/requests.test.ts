import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/index.js';
import { compileContracts } from '../compile-contracts.js';
import { contractText, functionCall, toolUse } from '../testing/bodies.js';
import { type Bodies, told } from './testing/told.js';

const contracts = compileContracts(contractText);
const question = { role: 'user', content: 'x' };
const asking = (fields: JsonObject): JsonObject => ({ model: 'm', max_tokens: 1, messages: [question], ...fields });

const ofEither: Bodies = {
  'no model': { messages: [question], max_tokens: 1 },
  'empty messages': asking({ messages: [] }),
  'numbers out of range': asking({ model: '', max_tokens: 0, top_p: 2 }),
  'a tool without a name': asking({ tools: [{ type: 'function', function: {} }] }),
};

const broken = {
  chat: {
    ...ofEither,
    'a result of no call': asking({ messages: [{ role: 'tool', content: '7' }] }),
    'calls with arguments as an object': asking({
      messages: [
        { role: 'assistant', content: null, tool_calls: [functionCall({ function: { name: 'a', arguments: {} } })] },
      ],
    }),
    'an image without its address': asking({ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }),
    'a part without a type': asking({ messages: [{ role: 'user', content: [{ text: 'x' }] }] }),
    'the choice of a function without a name': asking({ tool_choice: { type: 'function', function: {} } }),
    'a format that there is not': asking({ response_format: { type: 'xml' } }),
    'a schema without a name': asking({ response_format: { type: 'json_schema', json_schema: { schema: {} } } }),
  },
  messages: {
    ...ofEither,
    'a role that there is not': asking({ messages: [{ role: 'critic', content: 'x' }] }),
    'a result of no call': asking({ messages: [{ role: 'user', content: [{ type: 'tool_result', content: '7' }] }] }),
    'calls with input as text': asking({ messages: [{ role: 'assistant', content: [{ ...toolUse, input: '{}' }] }] }),
    'an image without its source': asking({ messages: [{ role: 'user', content: [{ type: 'image' }] }] }),
    'the choice of a tool without a name': asking({ tool_choice: { type: 'tool' } }),
    'a choice of another API': asking({ tool_choice: { type: 'required' } }),
    'a format without a schema': asking({ output_config: { format: { type: 'json_schema' } } }),
  },
} satisfies Readonly<Record<string, Bodies>>;

describe.each(Object.keys(broken) as (keyof typeof broken)[])('a request on %s', (name) => {
  it('is legal when it only asks something', () => {
    expect(contracts[name].request(asking({}))).toEqual([]);
  });

  it.each(Object.entries<JsonObject>(broken[name]))('is refused with %s', (_title, body) => {
    expect(contracts[name].request(body)).not.toEqual([]);
  });

  it('is told about in sentences', async () => {
    await expect(told(broken[name], contracts[name].request)).toMatchFileSnapshot(`golden/${name}-request.txt`);
  });
});
