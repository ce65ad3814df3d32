import { describe, expect, it } from 'vitest';
import { basic, bearer } from './authorization.js';

describe('authorization', () => {
  it('as Bearer carries the token as it is', () => {
    expect(bearer('dapi-some')).toBe('Bearer dapi-some');
  });

  it('as Basic has a user, as curl -u token:… sends it', () => {
    expect(basic('token', 'dapi-some')).toBe('Basic dG9rZW46ZGFwaS1zb21l');
  });
});
