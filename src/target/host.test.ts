import { describe, expect, it } from 'vitest';
import { parseHost } from './host.js';

describe('a host', () => {
  it.each([
    ['adb-1.azuredatabricks.net', { origin: 'https://adb-1.azuredatabricks.net' }],
    ['adb-1.azuredatabricks.net/', { origin: 'https://adb-1.azuredatabricks.net' }],
    ['https://adb-1.azuredatabricks.net/', { origin: 'https://adb-1.azuredatabricks.net' }],
    ['localhost:8080', { origin: 'https://localhost:8080' }],
    ['http://127.0.0.1:8080', { origin: 'http://127.0.0.1:8080' }],
    [
      'https://example.net/?o=7474650000000000123',
      { origin: 'https://example.net', workspaceId: '7474650000000000123' },
    ],
    ['example.net?o=12', { origin: 'https://example.net', workspaceId: '12' }],
  ])('is read from %s', (text, host) => {
    expect(parseHost(text)).toEqual({ ok: true, ...host });
  });

  it.each([
    ['http://', 'is not a URL'],
    ['a b', 'is not a URL'],
    ['example.net/ai-gateway', 'has a path'],
    ['example.net/ml?o=12', 'has a path'],
    ['example.net?a=12', 'has a query or a fragment'],
    ['user:word@example.net?o=12', 'carries a user name or a password'],
  ])('is not read from %s', (text, reason) => {
    expect(parseHost(text)).toMatchObject({ ok: false, reason });
  });
});
