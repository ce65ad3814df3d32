import { expect, it } from 'vitest';
import { loadTarget } from './load-target.js';
import { contextOf, source, unwrap } from './testing/accounts.js';

it('keeps how Unity Catalog calls an identity, where the file says so', () => {
  const text = `workspaces: { home: { url: http://127.0.0.1:8080 } }
identities:
  default: { token: { env: DATABRICKS_TOKEN } }
  granted: { token: { env: DATABRICKS_TOKEN }, principal: someone@example.com }
`;
  const { identities } = unwrap(loadTarget(source(text), contextOf({ DATABRICKS_TOKEN: 'token-one' })));
  expect(identities['granted']?.principal).toBe('someone@example.com');
  expect(identities['default']).not.toHaveProperty('principal');
});
