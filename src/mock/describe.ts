import { defaultAccount } from './account/default-account.js';
import { environmentOf } from './identity-entries.js';
import type { SimulatedAccount } from './start.js';
import { targetDocumentOf } from './target-document.js';

/** What the standard account would look like if it were served. Its origins lead nowhere (RFC 2606, `.invalid`). */
export function describeSimulatedAccount(): Pick<SimulatedAccount, 'targetDocument' | 'environment'> {
  const account = defaultAccount();
  const names = ['account', ...account.workspaces.map(({ name }) => name)];
  const origins = Object.fromEntries(names.map((name) => [name, `https://${name}.invalid`]));
  return {
    targetDocument: targetDocumentOf(account, origins, { namesEnforced: false, gatewayDisabled: false }),
    environment: environmentOf(account),
  };
}
