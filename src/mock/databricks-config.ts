import { stringify } from 'ini';
import type { IdentityEntry } from './identity-entries.js';
import type { SimulatedAccount } from './start.js';

/**
 * The text of a `.databrickscfg` with one profile per identity, for official clients. It holds the tokens and secrets,
 * which are worth something only on this machine and only as long as the account is served.
 */
export function databricksConfigOf(account: SimulatedAccount): string {
  const host = Object.values(account.targetDocument.workspaces)[0]?.url;
  const profiles = Object.entries(account.targetDocument.identities).map(([name, identity]) => [
    name,
    { host: identity.client?.host ?? host, ...credentialOf(identity, account.environment) },
  ]);
  return stringify(Object.fromEntries(profiles), { whitespace: true });
}

function credentialOf({ token, client }: IdentityEntry, environment: SimulatedAccount['environment']): object {
  if (client === undefined) return { token: environment[token?.env ?? ''] };
  const { id, secret, scope, 'account-id': accountId } = client;
  return {
    ...(accountId !== undefined && { account_id: accountId }),
    client_id: id,
    client_secret: environment[secret.env],
    ...(scope !== undefined && { scopes: scope }),
  };
}
