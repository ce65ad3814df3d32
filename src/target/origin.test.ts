import { describe, expect, it } from 'vitest';
import { parseOrigin } from './origin.js';

describe('an origin', () => {
  it.each([
    ['https://adb-1.azuredatabricks.net', 'https://adb-1.azuredatabricks.net'],
    ['https://adb-1.azuredatabricks.net/', 'https://adb-1.azuredatabricks.net'],
    ['HTTPS://ADB-1.azuredatabricks.net:443', 'https://adb-1.azuredatabricks.net'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://home.localhost', 'http://home.localhost'],
  ])('is read from %s', (text, origin) => {
    expect(parseOrigin(text)).toEqual({ ok: true, origin });
  });

  it.each([
    ['', 'is not a URL'],
    ['adb-1.azuredatabricks.net', 'is not a URL'],
    ['localhost:8080', 'is neither an https nor an http URL'],
    ['ftp://adb-1.azuredatabricks.net', 'is neither an https nor an http URL'],
    ['http://adb-1.azuredatabricks.net', 'would send credentials unencrypted: http is for this machine only'],
    ['http://127.0.0.1.example.net', 'would send credentials unencrypted: http is for this machine only'],
    ['http://localhost.example.net', 'would send credentials unencrypted: http is for this machine only'],
    ['https://user:word@adb-1.azuredatabricks.net', 'carries a user name or a password'],
    ['https://word@adb-1.azuredatabricks.net', 'carries a user name or a password'],
    ['https://adb-1.azuredatabricks.net/?o=1', 'has a query or a fragment'],
    ['https://adb-1.azuredatabricks.net/#joined', 'has a query or a fragment'],
    ['https://adb-1.azuredatabricks.net/ai-gateway', 'has a path'],
  ])('is not read from %s', (text, reason) => {
    expect(parseOrigin(text)).toMatchObject({ ok: false, reason });
  });
});
