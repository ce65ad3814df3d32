import type { Account, Privilege } from './account/account.js';

/** A caller in a target file, with one reference to its credential. */
export interface IdentityEntry {
  readonly token?: { readonly env: string };
  readonly client?: ClientEntry;
  /** How the account calls the caller. */
  readonly principal: string;
  readonly expects?: Readonly<Record<string, { readonly lacks: readonly Privilege[] }>>;
  readonly refused?: true;
}

export interface ClientEntry {
  readonly id: string;
  readonly secret: { readonly env: string };
  readonly scope?: string;
  /** The host whose token endpoint, in the account's form, issues the tokens. */
  readonly host?: string;
  readonly 'account-id'?: string;
}

/**
 * What the standard identities lack, by role. Written down and not computed from the grants: an expectation that comes
 * from the same code as the behaviour would agree with every mistake.
 */
const expectations: Readonly<Record<string, Readonly<Record<string, readonly Privilege[]>>>> = {
  granted: { system: [], private: [], inherited: ['USE SCHEMA', 'EXECUTE'] },
  'inherits-execute': { system: [], private: ['USE SCHEMA', 'EXECUTE'], inherited: [] },
  'service-principal': { system: [], private: [], inherited: ['USE SCHEMA', 'EXECUTE'] },
  'without-execute': { system: [], private: ['EXECUTE'] },
  'without-use-catalog': { system: [], private: ['USE CATALOG'] },
  'without-use-schema': { system: [], private: ['USE SCHEMA'] },
  'without-system-execute': { system: ['EXECUTE'] },
  'no-grants': {
    system: [],
    private: ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'],
    inherited: ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'],
  },
};

/** The callers of an account that is served on `origins`: its principals, and its clients in other clothes. */
export function identityEntries(
  account: Account,
  origins: Readonly<Record<string, string>>,
): Readonly<Record<string, IdentityEntry>> {
  const principals = account.principals.map(({ name }) => [name, entryOf(account, name)] as const);
  return Object.fromEntries([...principals, ...otherClients(account, origins['account'] ?? '')]);
}

/** The variables that the entries refer to, with the secrets. */
export function environmentOf({ principals, tokens, clients }: Account): Readonly<Record<string, string>> {
  return Object.fromEntries(
    principals.flatMap(({ name }) => {
      const token = tokens.find(({ principal }) => principal === name);
      const client = clients.find(({ principal }) => principal === name);
      return [
        ...(token ? [[variableOf('TOKEN', name), token.secret]] : []),
        ...(client ? [[variableOf('CLIENT_SECRET', name), client.secret]] : []),
      ];
    }),
  );
}

function entryOf(account: Account, name: string): IdentityEntry {
  const expects = Object.entries(expectations[name] ?? {}).map(([role, lacks]) => [role, { lacks }]);
  const refused = account.tokens.some(({ principal, expired }) => principal === name && expired);
  const client = clientEntry(account, name);
  return {
    ...(client ? { client } : { token: { env: variableOf('TOKEN', name) } }),
    principal: name,
    ...(expects.length > 0 && { expects: Object.fromEntries(expects) }),
    ...(refused && { refused: true }),
  };
}

/** The standard service principal again: by the account's token endpoint, and with less than all scopes. */
function otherClients(account: Account, host: string): readonly (readonly [role: string, entry: IdentityEntry])[] {
  const principal = 'service-principal';
  const client = clientEntry(account, principal);
  if (client === undefined) return [];
  const entry = (more: Partial<ClientEntry>): IdentityEntry => ({
    client: { ...client, secret: { ...client.secret }, ...more },
    principal,
  });
  return [
    ['account-service-principal', entry({ host, 'account-id': account.id })],
    ['ai-gateway-scope', entry({ scope: 'ai-gateway' })],
    ['unity-catalog-scope', entry({ scope: 'unity-catalog' })],
  ];
}

/** A new one each time: a YAML library writes shared ones as an anchor and aliases. */
function clientEntry({ clients }: Account, name: string): ClientEntry | undefined {
  const client = clients.find(({ principal }) => principal === name);
  return client && { id: client.id, secret: { env: variableOf('CLIENT_SECRET', name) } };
}

function variableOf(kind: 'TOKEN' | 'CLIENT_SECRET', principal: string): string {
  return `SIMULATED_${kind}_${principal.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}
