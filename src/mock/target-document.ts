import { type Account, type ApiName, findService, type Principal, type Privilege } from './account/account.js';

/** A target file for the simulated account, as the data that a YAML library writes. Holds no secret. */
export interface TargetDocument {
  readonly name: string;
  readonly 'account-url': string;
  readonly workspaces: Readonly<Record<string, { readonly url: string; readonly id: string }>>;
  readonly models: Readonly<Record<string, ModelEntry>>;
  readonly identities: Readonly<Record<string, IdentityEntry>>;
  readonly features: readonly string[];
  readonly limits: { readonly 'at-once': number };
}

export interface ModelEntry {
  readonly fqn: string;
  readonly bare?: string;
  readonly apis: readonly ApiName[];
}

export interface IdentityEntry {
  readonly token: { readonly env: string };
  readonly expects?: Readonly<Record<string, { readonly lacks: readonly Privilege[] }>>;
  readonly refused?: true;
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
};

/**
 * What the standard identities lack, by role. Written down and not computed from the grants: an expectation that comes
 * from the same code as the behaviour would agree with every mistake.
 */
const expectations: Readonly<Record<string, Readonly<Record<string, readonly Privilege[]>>>> = {
  granted: { system: [], private: [], inherited: ['USE SCHEMA', 'EXECUTE'] },
  'inherits-execute': { system: [], private: ['USE SCHEMA', 'EXECUTE'], inherited: [] },
  'without-execute': { system: [], private: ['EXECUTE'] },
  'without-use-catalog': { system: [], private: ['USE CATALOG'] },
  'without-use-schema': { system: [], private: ['USE SCHEMA'] },
  'no-grants': {
    system: [],
    private: ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'],
    inherited: ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'],
  },
};

/** Describes an account that is served on `origins`: `account`, and each workspace by its name. */
export function targetDocumentOf(
  account: Account,
  origins: Readonly<Record<string, string>>,
  namesEnforced: boolean,
): TargetDocument {
  return {
    name: 'simulated account',
    'account-url': origins['account'] ?? '',
    workspaces: Object.fromEntries(account.workspaces.map(({ name, id }) => [name, { url: origins[name] ?? '', id }])),
    models: Object.fromEntries(
      Object.entries(roles).flatMap(([role, fqn]) => modelEntries(account, fqn).map((entry) => [role, entry])),
    ),
    identities: Object.fromEntries(
      account.principals.map((principal) => [principal.name, identity(account, principal)]),
    ),
    features: [namesEnforced ? 'names-enforced' : 'bare-names', 'simulated', 'upstream-log'],
    // Nobody pays for what a script answers, and mixed-up answers show only under load.
    limits: { 'at-once': 64 },
  };
}

/** The variables that the document's identities refer to, with their tokens. */
export function environmentOf({ principals, tokens }: Account): Readonly<Record<string, string>> {
  return Object.fromEntries(
    principals.flatMap(({ name }) => {
      const token = tokens.find(({ principal }) => principal === name);
      return token ? [[variableOf(name), token.secret]] : [];
    }),
  );
}

function modelEntries(account: Account, fqn: string): readonly ModelEntry[] {
  // Lists of their own: a YAML library writes a shared one as an anchor and aliases.
  return account.metastores.flatMap(({ id }) => {
    const service = findService(account, id, fqn)?.service;
    return service ? [{ fqn, ...(service.bareName && { bare: service.bareName }), apis: [...service.apis] }] : [];
  });
}

function identity({ tokens }: Account, { name }: Principal): IdentityEntry {
  const expects = Object.entries(expectations[name] ?? {}).map(([role, lacks]) => [role, { lacks }]);
  const refused = tokens.some(({ principal, expired }) => principal === name && expired);
  return {
    token: { env: variableOf(name) },
    ...(expects.length > 0 && { expects: Object.fromEntries(expects) }),
    ...(refused && { refused: true }),
  };
}

function variableOf(principal: string): string {
  return `SIMULATED_TOKEN_${principal.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}
