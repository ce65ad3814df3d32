import { describe, expect, it } from 'vitest';
import { maskSecrets } from './mask.js';

const hex = '0123456789abcdef0123456789abcdef';

describe('masking', () => {
  it.each([
    ['a token', `dapi${hex}`],
    ['a token of Azure', `dapi${hex}-2`],
    ['a token in capitals', `DAPI${hex.toUpperCase()}`],
    ['a cut token', 'dapi0123456789abcdef'],
    ['an OAuth secret', `dose${hex}`],
    ['a JSON Web Token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
    ['a JSON Web Token without its signature', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0'],
    ['Basic credentials', Buffer.from(`token:dapi${hex}`).toString('base64')],
  ])('hides %s', (_, secret) => {
    expect(maskSecrets(`before ${secret}, after`)).toBe(`before ${'x'.repeat(secret.length)}, after`);
  });

  it.each([
    ['https://user:word@example.net/', 'https://xxxxxxxxx@example.net/'],
    ['https://user:w@r/d@example.net/', 'https://xxxxxxxxxx@example.net/'],
  ])('hides the user and password of %s', (url, masked) => {
    expect(maskSecrets(url)).toBe(masked);
  });

  it.each(['without-execute', 'system.ai.databricks-claude-opus-4-6', 'dapi', 'eyJ', 'name@example.net'])(
    'leaves %s alone',
    (text) => {
      expect(maskSecrets(text)).toBe(text);
    },
  );
});
