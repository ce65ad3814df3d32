import { describe, expect, it } from 'vitest';
import { parseConfigFile } from './config-file.js';

const profiles = (text: string) => Object.fromEntries(parseConfigFile(text));

describe('a .databrickscfg file', () => {
  it('has a profile for each section', () => {
    const text = '[DEFAULT]\nhost = https://a.net\ntoken = one\n\n; comment\n# comment\n[prod]\nhost=https://b.net\n';
    expect(profiles(text)).toEqual({
      DEFAULT: { host: 'https://a.net', token: 'one' },
      prod: { host: 'https://b.net' },
    });
  });

  it('does not hand DEFAULT on to other profiles', () => {
    expect(profiles('[DEFAULT]\ntoken = one\n[prod]\nhost = b.net').prod).toEqual({ host: 'b.net' });
  });

  it('keeps keys before the first section in DEFAULT', () => {
    expect(profiles('token = one\n[prod]\ntoken = two').DEFAULT).toEqual({ token: 'one' });
  });

  it.each([
    ['dots in a section', '[adb-1.azuredatabricks.net]\ntoken = one', 'adb-1.azuredatabricks.net', { token: 'one' }],
    ['indentation', '  [prod]\n    token = one', 'prod', { token: 'one' }],
    [
      'Windows line ends and a byte order mark',
      '\uFEFF[prod]\r\ntoken = one\r\nhost = a.net\r\n',
      'prod',
      { token: 'one', host: 'a.net' },
    ],
    ['a # inside a value', '[prod]\ntoken = a#b;c', 'prod', { token: 'a#b;c' }],
    ['a backslash', '[prod]\ntoken = a\\#b', 'prod', { token: 'a\\#b' }],
    ['a comment after a value', '[prod]\ntoken = one # the old one', 'prod', { token: 'one' }],
    ['double quotes', '[prod]\ntoken = "a # b"', 'prod', { token: 'a # b' }],
    ['single quotes', "[prod]\ntoken = 'a\"b'", 'prod', { token: 'a"b' }],
    [
      'long ids in quotes',
      "[prod]\nworkspace_id = '7474650000000000123'",
      'prod',
      { workspace_id: '7474650000000000123' },
    ],
    ['= in a value', '[prod]\ntoken = abc==', 'prod', { token: 'abc==' }],
    [
      'a section that stands twice',
      '[prod]\nhost = a.net\n[dev]\n[prod]\ntoken = one',
      'prod',
      { host: 'a.net', token: 'one' },
    ],
    ['keys without a value', '[prod]\ntoken =\nhost', 'prod', {}],
    ['a query in a host', '[prod]\nhost = https://a.net/?o=12', 'prod', { host: 'https://a.net/?o=12' }],
  ])('reads %s', (_, text, profile, attributes) => {
    expect(profiles(text)[profile]).toEqual(attributes);
  });

  it('does not take a section for a prototype', () => {
    expect(parseConfigFile('[__proto__]\ntoken = one').get('__proto__')).toBeUndefined();
    expect(({} as Record<string, unknown>).token).toBeUndefined();
  });
});
