import { describe, expect, it } from 'vitest';
import { hostileGateway } from './gateway.js';
import { malformed } from './malformed.js';
import { runAgainst, smallPlan } from './run-against.js';
import { slow } from './slow.js';
import { targetAt } from './target.js';

describe('a gateway that is hostile from the first request on', () => {
  it.concurrent.each([...slow, ...malformed])(
    'and $name does not keep the run from ending',
    async ({ answer, limits }) => {
      const gateway = await hostileGateway(answer, true);
      const target = targetAt(gateway.url, limits);
      const outcome = await runAgainst(target, smallPlan(target), 4);
      await gateway.close();
      expect(outcome.journal.ended?.interrupted).toBe(false);
      expect(outcome.journal.instances.filter(({ settled, verdict }) => settled && verdict === 'error')).toEqual([]);
    },
  );
});
