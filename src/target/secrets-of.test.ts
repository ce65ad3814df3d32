import { expect, it } from 'vitest';
import { loadTarget } from './load-target.js';
import { secretsOf } from './secrets-of.js';
import { contextOf, source, unwrap } from './testing/accounts.js';

it('every secret of a target is known, once', () => {
  const text = `
workspaces: { home: { url: https://a.net } }
identities:
  default: { token: { env: A } }
  granted: { token: { env: A } }
  expired: { token: { env: B } }
`;
  const target = unwrap(loadTarget(source(text), contextOf({ A: 'token-one', B: 'token-two' })));
  expect(secretsOf(target)).toEqual(['token-one', 'token-two']);
});
