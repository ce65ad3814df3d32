import type { ApiName, Grant, ModelService } from './account.js';
import type { RateLimit } from './rate-limit.js';

/** Short, so that nobody has to wait for it to be over. */
const periodMs = 1_000;
const requests = 3;

const ofAccount = { setBy: 'account', unit: 'requests', most: requests, periodMs, saysRetryAfter: false } as const;

/** The group is that of all account users. */
const limitsOf = (group: string): Readonly<Record<string, readonly RateLimit[]>> => ({
  limited: [{ ...ofAccount, counts: 'all users', saysRetryAfter: true }],
  'limited-by-user': [{ ...ofAccount, counts: 'each user' }],
  'limited-by-tokens': [{ ...ofAccount, counts: 'all users', unit: 'tokens', most: 300 }],
  'limited-by-group': [
    { ...ofAccount, counts: { group } },
    { ...ofAccount, counts: { user: 'default' }, most: 100 },
  ],
  disabled: [{ ...ofAccount, counts: 'all users', setBy: 'Databricks', most: 0, periodMs: 60_000 }],
});

/** Services of `main.llm` that do not take as many requests as come. */
export function limitedServices(apis: readonly ApiName[], group: string): readonly ModelService[] {
  return Object.entries(limitsOf(group)).map(([name, limits]) => ({
    name,
    apis,
    servedModel: 'claude-sim-1-20260101',
    answersInBlocks: false,
    limits,
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
    grant(['EXECUTE'], 'main.llm.limited-by-tokens'),
    grant(['EXECUTE'], 'main.llm.limited-by-group'),
  ];
}
