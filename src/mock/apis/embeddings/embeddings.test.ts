import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, simulation } from '../../testing/simulation.js';
import { embed } from './embed.js';

const account = simulation();
const embed64 = (body: object = {}) => ask(account(), { api: 'embeddings', body: { ...body } });

interface Embedding {
  readonly index: number;
  readonly embedding: readonly number[];
}

async function vectorsOf(body: object): Promise<readonly (readonly number[])[]> {
  const { json } = await embed64(body);
  return json.data.map(({ embedding }: Embedding) => embedding);
}

function lengthOf(vector: readonly number[]): number {
  return Math.hypot(...vector);
}

describe('an embedding', () => {
  it('has the shape of the API', async () => {
    const { status, json } = await embed64();
    expect(status).toBe(200);
    expect(json).toEqual({
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding: expect.any(Array) }],
      model: 'claude-sim-1-20260101',
      usage: { prompt_tokens: 3, total_tokens: 3 },
    });
    expect(json.data[0].embedding).toHaveLength(64);
  });

  it('is a unit vector, always the same for a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 64 }), (text, dimensions) => {
        const vector = [...embed(text, dimensions)];
        expect(vector).toHaveLength(dimensions);
        expect(lengthOf(vector)).toBeCloseTo(1, 5);
        expect([...embed(text, dimensions)]).toEqual(vector);
      }),
    );
  });

  it('differs between texts', async () => {
    const vectors = await vectorsOf({ input: ['a', 'b', 'A', 'a '] });
    expect(new Set(vectors.map(String)).size).toBe(4);
  });

  it('of each input stands where the input stands', async () => {
    const { json } = await embed64({ input: ['one', 'two', 'one'] });
    expect(json.data.map(({ index }: Embedding) => index)).toEqual([0, 1, 2]);
    const alone = await Promise.all(['one', 'two', 'one'].map(async (input) => (await vectorsOf({ input }))[0]));
    expect(json.data.map(({ embedding }: Embedding) => embedding)).toEqual(alone);
    expect(json.usage).toEqual({ prompt_tokens: 3, total_tokens: 3 });
  });

  it.each([
    [[1, 2, 3], 1, 3],
    [[[1, 2, 3], [4]], 2, 4],
  ])('may be of tokens: %j', async (input, vectors, tokens) => {
    const { json } = await embed64({ input });
    expect(json.data).toHaveLength(vectors);
    expect(json.usage.prompt_tokens).toBe(tokens);
  });

  it('in base64 holds the same numbers in little-endian 32-bit floats', async () => {
    const [floats] = await vectorsOf({ encoding_format: 'float' });
    const { json } = await embed64({ encoding_format: 'base64' });
    const bytes = Buffer.from(json.data[0].embedding, 'base64');
    expect(bytes.length).toBe(4 * 64);
    expect(Array.from({ length: 64 }, (_, index) => bytes.readFloatLE(4 * index))).toEqual(floats);
  });

  it.each([1, 2, 63, 64])(
    'of %i dimensions is the beginning of the whole, stretched to length 1',
    async (dimensions) => {
      const [[short = []], [whole = []]] = await Promise.all([vectorsOf({ dimensions }), vectorsOf({})]);
      const beginning = whole.slice(0, dimensions);
      expect(short).toHaveLength(dimensions);
      for (const [index, number] of beginning.entries()) {
        expect(short[index]).toBeCloseTo(number / lengthOf(beginning), 5);
      }
    },
  );

  it('is made of as many inputs as the API allows', async () => {
    const { json } = await embed64({
      input: Array.from({ length: 2048 }, (_, index) => `text ${index}`),
      dimensions: 1,
    });
    expect(json.data).toHaveLength(2048);
  });
});

describe('an embeddings request', () => {
  it.each<[given: object, complaint: string]>([
    [{ input: undefined }, 'input: is required'],
    [{ input: null }, 'input: must be a string that is not empty'],
    [{ input: '' }, 'input: must be a string that is not empty'],
    [{ input: 7 }, 'input: must be a string that is not empty'],
    [{ input: {} }, 'input: must be a string that is not empty'],
    [{ input: [] }, 'input: must have at least 1 item'],
    [{ input: [''] }, 'input.0: must be a string that is not empty'],
    [{ input: ['a', ''] }, 'input.1: must be a string that is not empty'],
    [{ input: ['a', 7] }, 'input.1: must be a string that is not empty'],
    [{ input: [7, 'a'] }, 'input.1: must be an integer of at least 0'],
    [{ input: [-1] }, 'input.0: must be an integer of at least 0'],
    [{ input: [1.5] }, 'input.0: must be a string'],
    [{ input: [[]] }, 'input.0: must have at least 1 item'],
    [{ input: [[1], 'a'] }, 'input.1: must be an array'],
    [{ input: [[1], [1.5]] }, 'input.1.0: must be an integer'],
    [{ input: Array.from({ length: 2049 }, () => 'a') }, 'input: must have at most 2048 items'],
    [{ encoding_format: 'hex' }, 'encoding_format: must be float or base64'],
    [{ dimensions: 0 }, 'dimensions: must be an integer of at least 1'],
    [{ dimensions: 65 }, 'dimensions: must be at most 64'],
    [{ dimensions: 1.5 }, 'dimensions: must be an integer'],
    [{ dimensions: '8' }, 'dimensions: must be an integer'],
    [{ user: 7 }, 'user: must be a string'],
    [{ stream: true }, 'Bad request: json: unknown field "stream"'],
    [{ messages: [] }, 'unknown field "messages"'],
  ])('with %j is refused: %s', async (given, complaint) => {
    const response = await embed64(given);
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining(complaint) });
  });

  it('may leave everything else open', async () => {
    expect((await embed64({ encoding_format: null, dimensions: null, user: 'u' })).status).toBe(200);
  });
});
