import { describe, expect, it } from 'vitest';
import { attacked, expectVerdicts } from './attacked.js';
import { large } from './large.js';
import { expectNoCanary } from './no-secret.js';

describe('the memory of the harness', () => {
  it.each(large)('is bounded with a gateway that $name', async (attack) => {
    const before = process.memoryUsage().rss;
    const peak = process.resourceUsage().maxRSS;
    const outcome = await attacked(attack);
    const grown = process.resourceUsage().maxRSS;
    // In kilobytes. A peak that was reached before tells nothing.
    if (grown > peak) expect(grown * 1024 - before).toBeLessThan(400 * 1024 * 1024);
    expectVerdicts(outcome, attack);
    expectNoCanary(outcome);
  });
});
