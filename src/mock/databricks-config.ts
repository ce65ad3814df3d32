import { stringify } from 'ini';
import type { SimulatedAccount } from './start.js';

/**
 * The text of a `.databrickscfg` with one profile per identity, for official clients. It holds the tokens, which are
 * worth something only on this machine and only as long as the account is served.
 */
export function databricksConfigOf({ targetDocument, environment }: SimulatedAccount): string {
  const host = Object.values(targetDocument.workspaces)[0]?.url;
  const profiles = Object.entries(targetDocument.identities).map(([name, { token }]) => [
    name,
    { host, token: environment[token.env] },
  ]);
  return stringify(Object.fromEntries(profiles), { whitespace: true });
}
