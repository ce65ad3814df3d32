import type { ApiName, Grant, ModelService } from './account.js';
import type { RateLimit } from './rate-limit.js';

/** Short, so that nobody has to wait for it to be over. */
const periodMs = 1_000;
const requests = 3;

const ofAccount = { setBy: 'account', requests, periodMs } as const;

const limitOf: Readonly<Record<string, RateLimit>> = {
  limited: { ...ofAccount, counts: 'all users', saysRetryAfter: true },
  'limited-by-user': { ...ofAccount, counts: 'each user', saysRetryAfter: false },
  disabled: { counts: 'all users', setBy: 'Databricks', requests: 0, periodMs: 60_000, saysRetryAfter: false },
};

/** Services of `main.llm` that do not take as many requests as come. */
export function limitedServices(apis: readonly ApiName[]): readonly ModelService[] {
  return Object.entries(limitOf).map(([name, limit]) => ({
    name,
    apis,
    servedModel: 'claude-sim-1-20260101',
    answersInBlocks: false,
    limits: [limit],
  }));
}

/** Another user of the limited services, and nothing else. */
export const secondUser = 'second-user';

/** An account user whose blocking budget is used up. */
export const overBudget = 'over-budget';

export function grantsOnLimitedServices(metastore: string): readonly Grant[] {
  const grant = (privileges: Grant['privileges'], on: string): Grant => ({ metastore, to: secondUser, privileges, on });
  return [
    grant(['USE CATALOG'], 'main'),
    grant(['USE SCHEMA'], 'main.llm'),
    grant(['EXECUTE'], 'main.llm.limited'),
    grant(['EXECUTE'], 'main.llm.limited-by-user'),
  ];
}
