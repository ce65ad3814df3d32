import { describe, expect, it } from 'vitest';
import { authorization } from './authorization.js';

const credential = { kind: 'pat', secret: 'dapi-some', origin: 'variable A' } as const;

describe('authorization', () => {
  it('as Bearer carries the token as it is', () => {
    expect(authorization(credential, 'bearer')).toBe('Bearer dapi-some');
  });

  it('as Basic has the user `token`, as curl -u token:… sends it', () => {
    expect(authorization(credential, 'basic')).toBe('Basic dG9rZW46ZGFwaS1zb21l');
  });
});
