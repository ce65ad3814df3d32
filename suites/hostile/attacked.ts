import { expect } from 'vitest';
import type { Attack } from './attack.js';
import { hostileGateway } from './gateway.js';
import { healthyCase, type Outcome, plainCase, runAgainst, streamedCase } from './run-against.js';
import { targetAt } from './target.js';

/** An attack on a run of three cases, the last of which meets an honest gateway. */
export async function attacked({ answer, limits }: Pick<Attack, 'answer' | 'limits'>): Promise<Outcome> {
  const gateway = await hostileGateway(answer);
  try {
    return await runAgainst(targetAt(gateway.url, limits));
  } finally {
    await gateway.close();
  }
}

export function expectVerdicts(
  { results, gate }: Outcome,
  { plain, streamed, afterwards = 'passed' }: Omit<Attack, 'name' | 'answer'>,
) {
  expect(results).toEqual({ [plainCase]: plain, [streamedCase]: streamed, [healthyCase]: afterwards });
  const expected = plain.startsWith('failed') || plain.startsWith('error') ? 1 : plain === 'passed' ? 0 : 4;
  expect(gate.exitCode).toBe(expected);
}
