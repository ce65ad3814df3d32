import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunBudget, type RunBudget, type Share } from './run-budget.js';

const cost =
  (requests: number, tokens = 0) =>
  () => ({ requests, inputTokens: tokens, outputTokens: 0 });

function opened(budget: RunBudget, ...estimate: Parameters<typeof cost>): Share {
  const share = budget.open(cost(...estimate));
  if ('code' in share) throw new Error(share.message);
  return share;
}

describe('the budget of a run', () => {
  it('begins an instance only when it can be expected to be brought to its end', () => {
    const budget = createRunBudget({ requests: 5 });
    const first = opened(budget, 3);
    expect(budget.open(cost(3))).toEqual({
      code: 'budget.requests',
      message: 'the run may spend 5 requests in all, and too few are left',
    });
    expect(first.take(0, false)).toBeUndefined();
  });

  it('begins nothing more once there was no room, so that what is run is the beginning of the plan', () => {
    const budget = createRunBudget({ requests: 5 });
    opened(budget, 3);
    expect(budget.open(cost(3))).toHaveProperty('code');
    expect(budget.open(cost(1))).toHaveProperty('code');
  });

  it('frees what an instance did not use', () => {
    const budget = createRunBudget({ requests: 5 });
    const first = opened(budget, 4);
    first.take(0, false);
    first.close();
    expect(budget.open(cost(4))).not.toHaveProperty('code');
  });

  it('counts tokens by what they turned out to be', () => {
    const budget = createRunBudget({ tokens: 1_000 });
    const first = opened(budget, 1, 900);
    first.take(900, false);
    first.correct(100 - 900);
    first.close();
    expect(budget.open(cost(1, 900))).not.toHaveProperty('code');
    expect(budget.open(cost(1, 900))).toMatchObject({ code: 'budget.tokens' });
  });

  it('sends no request more than it allows, whatever was expected, but for clean-up', () => {
    const budget = createRunBudget({ requests: 2 });
    const share = opened(budget, 1);
    expect([share.take(0, false), share.take(0, false)]).toEqual([undefined, undefined]);
    expect(share.take(0, false)).toMatchObject({ code: 'budget.requests' });
    expect(share.take(0, true)).toBeUndefined();
  });

  it('is never exceeded', () => {
    const instances = fc.array(fc.record({ expected: fc.nat(5), sent: fc.nat(8) }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), instances, (most, all) => {
        const budget = createRunBudget({ requests: most });
        let sent = 0;
        for (const instance of all) {
          const share = budget.open(cost(instance.expected));
          if ('code' in share) continue;
          for (let made = 0; made < instance.sent; made += 1) if (share.take(0, false) === undefined) sent += 1;
          share.close();
        }
        expect(sent).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('estimates nothing when nothing is limited', () => {
    const share = createRunBudget({}).open(() => {
      throw new Error('asked for an estimate');
    });
    expect(share).not.toHaveProperty('code');
  });
});
