import { type Account, type ApiName, findService } from './account/account.js';
import type { Policies } from './gateway/gateway.js';
import { type IdentityEntry, identityEntries } from './identity-entries.js';
import { isEngineInstalled } from './sql/is-engine-installed.js';

/** A target file for the simulated account, as the data that a YAML library writes. Holds no secret. */
export interface TargetDocument {
  readonly name: string;
  readonly 'account-url': string;
  readonly workspaces: Readonly<Record<string, { readonly url: string; readonly id: string }>>;
  readonly models: Readonly<Record<string, ModelEntry>>;
  readonly identities: Readonly<Record<string, IdentityEntry>>;
  readonly warehouses?: Readonly<Record<string, { readonly id: string }>>;
  readonly features: readonly string[];
  readonly limits: { readonly 'at-once': number };
}

export interface ModelEntry {
  readonly fqn: string;
  readonly bare?: string;
  readonly apis: readonly ApiName[];
  /** The request limit that the account has set. */
  readonly limit?: { readonly requests: number; readonly per: string };
  readonly scratch?: true;
}

/** Which service plays which role in the specs. */
const roles: Readonly<Record<string, string>> = {
  system: 'system.ai.databricks-claude-sim-1',
  blocks: 'system.ai.databricks-llama-sim-1',
  openai: 'system.ai.databricks-gpt-sim-1',
  gemini: 'system.ai.databricks-gemini-sim-1',
  embedding: 'system.ai.databricks-embed-sim-1',
  private: 'main.llm.assistant',
  inherited: 'main.shared.assistant',
  foreign: 'other.llm.assistant',
  limited: 'main.llm.limited',
  'limited-by-user': 'main.llm.limited-by-user',
  'limited-by-tokens': 'main.llm.limited-by-tokens',
  'limited-by-group': 'main.llm.limited-by-group',
  disabled: 'main.llm.disabled',
  scratch: 'scratch.llm.assistant',
  'denied-before-the-call': 'main.llm.denied-before-the-call',
  'denied-after-the-call': 'main.llm.denied-after-the-call',
  'redacted-by-policy': 'main.llm.redacted',
  'passed-by-policy': 'main.llm.passed',
  'policy-fails': 'main.llm.policy-fails',
  'served-elsewhere': 'system.ai.databricks-elsewhere-sim-1',
  'refers-to-system': 'main.llm.refers-to-system',
  unavailable: 'main.llm.unavailable',
  'falls-back': 'main.llm.falls-back',
  'not-for-ai-query': 'system.ai.databricks-no-batch-sim-1',
  hidden: 'main.half-seen.hidden',
  seen: 'main.half-seen.seen',
};

/** Describes an account that is served on `origins`: `account`, and each workspace by its name. */
export function targetDocumentOf(
  account: Account,
  origins: Readonly<Record<string, string>>,
  { namesEnforced, gatewayDisabled }: Pick<Policies, 'namesEnforced' | 'gatewayDisabled'>,
): TargetDocument {
  return {
    name: 'simulated account',
    'account-url': origins['account'] ?? '',
    workspaces: Object.fromEntries(account.workspaces.map(({ name, id }) => [name, { url: origins[name] ?? '', id }])),
    models: Object.fromEntries(
      Object.entries(roles).flatMap(([role, fqn]) =>
        modelEntries(account, fqn).map((entry) => [role, role === 'scratch' ? { ...entry, scratch: true } : entry]),
      ),
    ),
    identities: identityEntries(account, origins),
    // Without its engine the account runs no SQL, and a target that says so is not asked to.
    ...(isEngineInstalled() && {
      warehouses: Object.fromEntries(account.warehouses.map(({ name, id }) => [name, { id }])),
    }),
    features: [
      namesEnforced ? 'names-enforced' : 'bare-names',
      'emptied-pages',
      ...(gatewayDisabled ? ['gateway-not-enabled'] : []),
      'simulated',
      'thinking',
      'upstream-log',
    ],
    // Nobody pays for what a script answers, and mixed-up answers show only under load.
    limits: { 'at-once': 64 },
  };
}

function modelEntries(account: Account, fqn: string): readonly ModelEntry[] {
  // Lists of their own: a YAML library writes a shared one as an anchor and aliases.
  return account.metastores.flatMap(({ id }) => {
    const service = findService(account, id, fqn)?.service;
    if (service === undefined) return [];
    const { bareName, apis, limits = [] } = service;
    const [limit] = limits.filter(({ setBy, unit }) => setBy === 'account' && unit === 'requests');
    return [
      {
        fqn,
        ...(bareName && { bare: bareName }),
        apis: [...apis],
        ...(limit && { limit: { requests: limit.most, per: `${limit.periodMs}ms` } }),
      },
    ];
  });
}
