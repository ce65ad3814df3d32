import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json/index.js';
import { compileContracts } from '../compile-contracts.js';
import { type Bodies, told } from '../contract/testing/told.js';
import { completion, contractText } from '../testing/bodies.js';
import { base64Of, embedded, embedding, vectors } from '../testing/embeddings-bodies.js';

const contract = compileContracts(contractText).embeddings;

const legal: Bodies = {
  floats: embedded(),
  base64: vectors(base64Of([0.5, -0.25])),
  'whole numbers': vectors([1, 0, -1]),
  'extra fields everywhere': embedded({ mood: 1, data: [embedding([1], 0, { mood: 1 })] }),
  'nothing but a vector': { data: [{ embedding: [1] }] },
  'null usage': embedded({ usage: null }),
};

const broken: Bodies = {
  'not an object': 'Hello.',
  'a bare list': [embedding()],
  'nothing in it': {},
  'an error': { error: { message: 'Upstream failed' } },
  'an error within a success': embedded({ error: { message: 'Upstream failed' } }),
  'a chat completion': completion(),
  'no data': embedded({ data: [] }),
  'a vector in the place of its embedding': embedded({ data: [[0.5]] }),
  'no embedding': embedded({ data: [{ object: 'embedding', index: 0 }] }),
  'an empty vector': vectors([]),
  'an empty text': vectors(''),
  'a null embedding': vectors(null),
  'a vector with something else in it': vectors([0.5, '0.5', null]),
  'a list in another list': vectors([[0.5]]),
  'types of fields': embedded({
    object: 'embeddings',
    model: 7,
    usage: 'none',
    data: [embedding([1], -1, { object: 'list' })],
  }),
  'counts of tokens': embedded({ usage: { prompt_tokens: -1, total_tokens: 1.5 } }),
};

const asking = (fields: JsonObject): JsonObject => ({ model: 'm', input: 'x', ...fields });
const inputs: readonly Json[] = ['x', ['x', 'y'], [1, 2], [[1], [2, 3]]];

const brokenRequests: Bodies = {
  'nothing in it': {},
  'no inputs': asking({ input: [] }),
  'an input that is no text': asking({ input: { text: 'x' } }),
  'inputs that are no texts': asking({ input: ['x', null, true] }),
  'an encoding that there is not': asking({ encoding_format: 'hex' }),
  'numbers out of range': asking({ model: '', dimensions: 0 }),
};

describe('the contract of embeddings', () => {
  it.each(Object.entries(legal))('accepts %s', (_title, body) => {
    expect(contract.success(body)).toEqual([]);
  });

  it.each(Object.entries(broken))('refuses %s', (_title, body) => {
    expect(contract.success(body)).not.toEqual([]);
  });

  it('says what is wrong in sentences', async () => {
    await expect(told(broken, contract.success)).toMatchFileSnapshot('golden/success.txt');
  });

  it.each(inputs)('accepts the input %j', (input) => {
    expect(contract.request(asking({ input }))).toEqual([]);
  });

  it.each(Object.entries(brokenRequests))('refuses a request with %s', (_title, body) => {
    expect(contract.request(body)).not.toEqual([]);
  });

  it('says what is wrong with a request in sentences', async () => {
    await expect(told(brokenRequests, contract.request)).toMatchFileSnapshot('golden/request.txt');
  });
});
