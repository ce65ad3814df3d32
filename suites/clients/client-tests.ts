import { expect, it, type TestContext } from 'vitest';
import type { ApiName } from '../../src/api/index.js';
import { secretsOf, type Target } from '../../src/target/index.js';
import { createRedactor } from '../../src/wire/index.js';
import { type Access, accessOf, type Need } from './access.js';
import { withoutSecrets } from './without-secrets.js';

/** Registers tests of clients. A test is skipped, with the reason, when the target lacks what it needs. */
export interface ClientTests {
  test(title: string, need: Need, run: (access: Access, context: TestContext) => Promise<void>): void;
  /**
   * That a caller without EXECUTE is denied what `ask` asks for. The denial is only believed beside a caller with the
   * privilege, who gets an answer to the same request.
   */
  denial(api: ApiName, ask: (access: Access) => Promise<unknown>, expectDenial: (error: unknown) => void): void;
}

/** One after the other, so that a live target is asked for one answer at a time. */
export function clientTests(target: Target): ClientTests {
  const redactor = createRedactor(secretsOf(target));
  // No test sends more than two requests. Each has its own timeout, whose error says more than that of Vitest.
  const options = { timeout: 3 * target.limits.wire.totalMs };
  return {
    test(title, need, run) {
      it(title, options, async (context) => {
        const access = accessOf(target, need);
        if (access.kind === 'no-access') return context.skip(access.message);
        await withoutSecrets(redactor, () => run(access, context));
      });
    },
    denial(api, ask, expectDenial) {
      it('raises its own error for a caller without EXECUTE', options, async ({ skip }) => {
        const granted = accessOf(target, { api, model: 'private', identity: 'granted' });
        if (granted.kind === 'no-access') return skip(granted.message);
        const denied = accessOf(target, { api, model: 'private', identity: 'without-execute' });
        if (denied.kind === 'no-access') return skip(denied.message);
        await withoutSecrets(redactor, async () => {
          await ask(granted);
          expectDenial(await rejectionOf(ask(denied)));
        });
      });
    },
  };
}

async function rejectionOf(asked: Promise<unknown>): Promise<unknown> {
  const [{ status, ...outcome }] = await Promise.allSettled([asked]);
  expect(status, 'the request of a caller without EXECUTE').toBe('rejected');
  return 'reason' in outcome ? outcome.reason : undefined;
}
