import type { Identity, Target } from '../../target/index.js';
import { defaultLimits } from '../../wire/index.js';

/** Secrets that must never be seen in an event. */
export const canary = 'dapi-canary-of-the-default-identity';
export const otherCanary = 'dapi-canary-of-the-other-identity';

/** A target that fills every role of the small vocabulary. */
export const smallTarget: Target = {
  name: 'test',
  source: 'test',
  accountUrl: 'https://account.test',
  workspaces: {
    home: { url: 'https://home.test', id: '1111111111111111' },
    second: { url: 'https://second.test', id: '2222222222222222' },
  },
  models: {
    system: { fqn: 'system.ai.some-model', bare: 'databricks-some-model', apis: ['chat', 'messages'] },
    private: { fqn: 'main.gateway.private-model', apis: ['chat'] },
  },
  identities: { default: identity(canary), 'without-execute': identity(otherCanary) },
  warehouses: { default: { id: 'a1b2c3d4e5f60718' } },
  features: ['bare-names'],
  limits: {
    concurrency: 4,
    atOnce: 8,
    maxTokens: 256,
    wire: defaultLimits,
    retryBudgetMs: 60_000,
    statementMs: 600_000,
  },
};

export function identity(secret: string, refused = false): Identity {
  return { credential: { kind: 'pat', secret, origin: 'variable TOKEN' }, expects: {}, refused };
}

/** A service principal, whose tokens have to be fetched. */
export function client(secret: string, more: { readonly issuer?: { readonly host: string } } = {}): Identity {
  const credential = {
    kind: 'client',
    id: 'some-client',
    secret,
    scope: 'all-apis',
    origin: 'variable SECRET',
  } as const;
  return { credential: { ...credential, ...more }, expects: {}, refused: false };
}
