import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LoginCredential } from '../../target/index.js';
import { fetchLoginToken } from './login-token.js';
import { never } from './testing/issuer.js';

const now = Date.UTC(2026, 10, 23);
const token = 'token-of-the-login';

afterEach(() => vi.unstubAllEnvs());

/** A `databricks` that notes how it was called, and then does what the script says. */
function program(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'databricks-'));
  const path = join(folder, 'databricks');
  const notes = join(folder, 'notes');
  const note = `require('fs').writeFileSync(${JSON.stringify(notes)}, JSON.stringify([process.argv.slice(2), process.env]));`;
  writeFileSync(path, `#!${process.execPath}\n${note}\n${script}\n`);
  chmodSync(path, 0o755);
  return {
    path,
    called: () =>
      JSON.parse(readFileSync(notes, 'utf8')) as [parameters: string[], environment: Record<string, string>],
  };
}

const saying = (answer: unknown) => program(`console.log(${JSON.stringify(JSON.stringify(answer))})`);

function fetch(path: string, more: Partial<LoginCredential> = {}) {
  const login: LoginCredential = { kind: 'cli', program: path, origin: 'the login', ...more };
  return fetchLoginToken('the identity default', login, 'https://home.test', { now: () => now, signal: never });
}

describe('the token of a login', () => {
  it('is what the Databricks CLI prints for the URL that is called', async () => {
    const { path, called } = saying({ access_token: token, token_type: 'Bearer', expiry: '2026-11-23T01:00:00.5Z' });
    expect(await fetch(path)).toEqual({
      ok: true,
      value: { token, fetchedAt: now, expiresAt: now + 3_600_500 },
    });
    expect(called()[0]).toEqual(['auth', 'token', '--host=https://home.test']);
  });

  it('is of a profile, whatever it is called: no shell reads its name', async () => {
    const profile = '--prod "$(touch evil)"; true';
    const { path, called } = saying({ access_token: token });
    expect(await fetch(path, { profile, configFile: '/some/cfg' })).toMatchObject({ value: { token, expiresAt: now } });
    const [parameters, environment] = called();
    expect(parameters).toEqual(['auth', 'token', `--profile=${profile}`]);
    expect(environment['DATABRICKS_CONFIG_FILE']).toBe('/some/cfg');
  });

  it('is not mixed up with credentials in variables', async () => {
    vi.stubEnv('DATABRICKS_TOKEN', 'another-token');
    vi.stubEnv('ARM_CLIENT_SECRET', 'another-secret');
    vi.stubEnv('DATABRICKS_CONFIG_FILE', '/my/cfg');
    const { path, called } = saying({ access_token: token });
    await fetch(path);
    const environment = called()[1];
    expect(environment).not.toHaveProperty('DATABRICKS_TOKEN');
    expect(environment).not.toHaveProperty('ARM_CLIENT_SECRET');
    expect(environment['DATABRICKS_CONFIG_FILE']).toBe('/my/cfg');
  });

  it.each<[string, string, string]>([
    ['ends with an error', 'console.error("evil"); process.exit(3)', 'it ended with exit code 3'],
    ['prints something else', 'console.log("evil")', 'its output has no `access_token` that could be sent'],
    ['prints no token', 'console.log("{}")', 'its output has no `access_token` that could be sent'],
    [
      'prints half a token',
      'console.log(\'{"access_token": "evil\\\\n"}\')',
      'its output has no `access_token` that could be sent',
    ],
    ['prints without end', 'for (;;) require("fs").writeSync(1, "evil".repeat(999))', 'it printed more than a token'],
  ])('is missing when the program %s', async (_, script, why) => {
    const { path } = program(script);
    const result = await fetch(path, { profile: 'prod' });
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          code: 'target.token-unavailable',
          message: `\`${path} auth token --profile=prod\` gave no token for the identity default: ${why}`,
          fix: `run it yourself to see why; \`${path} auth login --profile=prod\` renews the login`,
        },
      ],
    });
    expect(JSON.stringify(result)).not.toContain('evil');
  });

  it('is missing when there is no such program', async () => {
    expect(await fetch('no-such-databricks')).toMatchObject({
      problems: [{ message: expect.stringContaining('there is no such program') }],
    });
  });
});
