import { describe, expect, it } from 'vitest';
import { parseConfigFile } from './config-file.js';

const profiles = (text: string) => Object.fromEntries(parseConfigFile(text));

describe('a .databrickscfg file', () => {
  it('has a profile for each section', () => {
    const text =
      '[DEFAULT]\nhost = https://a.net\ntoken = token-one\n\n; comment\n# comment\n[prod]\nhost=https://b.net\n';
    expect(profiles(text)).toEqual({
      DEFAULT: { host: 'https://a.net', token: 'token-one' },
      prod: { host: 'https://b.net' },
    });
  });

  it('does not hand DEFAULT on to other profiles', () => {
    expect(profiles('[DEFAULT]\ntoken = token-one\n[prod]\nhost = b.net').prod).toEqual({ host: 'b.net' });
  });

  it('keeps keys before the first section in DEFAULT', () => {
    expect(profiles('token = token-one\n[prod]\ntoken = token-two').DEFAULT).toEqual({ token: 'token-one' });
  });

  it.each([
    [
      'dots in a section',
      '[adb-1.azuredatabricks.net]\ntoken = token-one',
      'adb-1.azuredatabricks.net',
      { token: 'token-one' },
    ],
    ['indentation', '  [prod]\n    token = token-one', 'prod', { token: 'token-one' }],
    [
      'Windows line ends and a byte order mark',
      '\uFEFF[prod]\r\ntoken = token-one\r\nhost = a.net\r\n',
      'prod',
      { token: 'token-one', host: 'a.net' },
    ],
    ['a # inside a value', '[prod]\ntoken = a#b;c', 'prod', { token: 'a#b;c' }],
    ['a backslash', '[prod]\ntoken = a\\#b', 'prod', { token: 'a\\#b' }],
    ['a comment after a value', '[prod]\ntoken = token-one # the old one', 'prod', { token: 'token-one' }],
    ['double quotes', '[prod]\ntoken = "a # b"', 'prod', { token: 'a # b' }],
    ['single quotes', "[prod]\ntoken = 'a\"b'", 'prod', { token: 'a"b' }],
    [
      'long ids in quotes',
      "[prod]\nworkspace_id = '7474650000000000123'",
      'prod',
      { workspace_id: '7474650000000000123' },
    ],
    ['= in a value', '[prod]\ntoken = token-abc==', 'prod', { token: 'token-abc==' }],
    [
      'a section that stands twice',
      '[prod]\nhost = a.net\n[dev]\n[prod]\ntoken = token-one',
      'prod',
      { host: 'a.net', token: 'token-one' },
    ],
    [
      'colons, as older tools write',
      '[prod]\nhost: https://a.net:8443/?o=12\ntoken : a=b\nclient_id=a:b',
      'prod',
      { host: 'https://a.net:8443/?o=12', token: 'a=b', client_id: 'a:b' },
    ],
    ['keys without a value', '[prod]\ntoken =\nhost', 'prod', {}],
    ['a query in a host', '[prod]\nhost = https://a.net/?o=12', 'prod', { host: 'https://a.net/?o=12' }],
  ])('reads %s', (_, text, profile, attributes) => {
    expect(profiles(text)[profile]).toEqual(attributes);
  });

  it('does not take a section for a prototype', () => {
    expect(parseConfigFile('[__proto__]\ntoken = token-one').get('__proto__')).toBeUndefined();
    expect(({} as Record<string, unknown>).token).toBeUndefined();
  });
});
