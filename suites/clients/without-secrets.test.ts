import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/wire/index.js';
import { withoutSecrets } from './without-secrets.js';

const secret = 'dapi0123456789abcdef0123456789abcdef';
const redactor = createRedactor([secret]);

async function thrownInsteadOf(error: Error): Promise<unknown> {
  return withoutSecrets(redactor, () => Promise.reject(error)).catch((thrown) => thrown);
}

describe('a test that fails', () => {
  it.each<[where: string, error: Error]>([
    ['the message', new Error(`Bearer ${secret} is not valid`)],
    ['a field', Object.assign(new Error('400'), { body: { error: [{ message: secret }] } })],
    ['the cause', new Error('400', { cause: new Error(secret) })],
  ])('shows no secret that is in %s of its error', async (_where, error) => {
    expect(inspect(error, { depth: 10 })).toContain(secret);
    const thrown = await thrownInsteadOf(error);
    expect(inspect(thrown, { depth: 10 })).not.toContain(secret);
    expect(inspect(thrown)).toContain('‹redacted: secret›');
  });

  it('keeps an error without secrets as it is', async () => {
    const error = new Error('400');
    expect(await thrownInsteadOf(error)).toBe(error);
  });
});
