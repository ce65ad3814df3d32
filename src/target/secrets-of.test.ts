import { expect, it } from 'vitest';
import { authorization } from './authorization.js';
import { loadTarget } from './load-target.js';
import { secretsOf } from './secrets-of.js';
import { contextOf, source, unwrap } from './testing/accounts.js';

it('every secret of a target is known, once, in each form in which it is sent', () => {
  const text = `
workspaces: { home: { url: https://a.net } }
identities:
  default: { token: { env: A } }
  granted: { token: { env: A } }
  expired: { token: { env: B } }
`;
  const target = unwrap(loadTarget(source(text), contextOf({ A: 'one', B: 'two' })));
  const secrets = secretsOf(target);
  expect(new Set(secrets).size).toBe(4);
  for (const { credential } of Object.values(target.identities)) {
    for (const scheme of ['bearer', 'basic'] as const) {
      const sent = authorization(credential, scheme).split(' ')[1] as string;
      expect(secrets).toContain(sent);
    }
  }
});
