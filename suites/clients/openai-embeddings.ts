import { expect } from 'vitest';
import type { ClientTests } from './client-tests.js';
import { expectOpenAiDenial, openai } from './openai-client.js';

const need = { api: 'embeddings', model: 'embedding' } as const;
const input = ['The fox is red.', 'Der Fuchs ist rot. 🦊', '狐は赤い。'];

/** What a 32-bit float may lose of a number between -1 and 1, rounded up. */
const rounding = 1e-6;

/** OpenAI's own client on the MLflow Embeddings API. */
export function openaiEmbeddings({ test, denial }: ClientTests): void {
  // Without encoding_format the client asks for base64 and decodes what comes, be it base64 or not.
  test('decodes the same vectors from base64 as it gets as numbers', need, async (access) => {
    const { embeddings } = openai(access);
    const decoded = await embeddings.create({ input, model: access.model });
    const plain = await embeddings.create({ input, model: access.model, encoding_format: 'float' });
    expect(decoded.data.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(decoded.data.map(({ embedding }) => embedding.length)).toEqual(
      plain.data.map(({ embedding }) => embedding.length),
    );
    for (const [index, { embedding }] of plain.data.entries()) {
      expect(Math.hypot(...embedding)).toBeGreaterThan(0.1);
      expect(distance(embedding, decoded.data[index]?.embedding ?? [])).toBeLessThanOrEqual(rounding);
    }
  });

  test('gets a vector of its own for each text', need, async (access) => {
    const { data, usage } = await openai(access).embeddings.create({ input, model: access.model });
    expect(data).toHaveLength(input.length);
    expect(new Set(data.map(({ embedding }) => embedding.join())).size).toBe(input.length);
    expect(usage.prompt_tokens).toBeGreaterThan(0);
    expect(usage.total_tokens).toBe(usage.prompt_tokens);
  });

  denial(
    'embeddings',
    (access) => openai(access).embeddings.create({ input, model: access.model }),
    expectOpenAiDenial,
  );
}

/** The largest difference between two numbers at the same place. */
function distance(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((number, index) => Math.abs(number - (other[index] ?? Number.NaN))));
}
