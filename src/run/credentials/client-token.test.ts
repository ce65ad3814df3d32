import { describe, expect, it } from 'vitest';
import {
  clientOf,
  databricks,
  never,
  openFor,
  type Said,
  serveIssuer,
  tokenFor,
  tokenNumber,
} from './testing/issuer.js';

describe('the token of a client', () => {
  it('is asked for as RFC 6749 says, where discovery leads', async () => {
    const { origin, asked } = await serveIssuer(databricks(tokenFor));
    const { token, redacted } = openFor(clientOf());
    expect(await token('default', origin, never)).toEqual({ ok: true, value: tokenNumber(1) });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /.well-known/databricks-config',
      'GET /oidc/.well-known/oauth-authorization-server',
      'POST /oidc/v1/token',
    ]);
    const { headers, body } = asked[2] ?? { headers: {}, body: '' };
    expect(body).toBe('grant_type=client_credentials&scope=all-apis');
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    const pair = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    expect(pair).toBe('some%3Aclient:some+secret%2B%2F%25');
    expect(asked.map(({ headers }) => headers['user-agent'])).toEqual(['harness/1', 'harness/1', 'harness/1']);
    expect(redacted(`echo ${tokenNumber(1)}`)).toBe('echo ‹redacted: secret›');
  });

  it('comes from the documented place when a host tells nothing', async () => {
    const { origin, asked } = await serveIssuer(({ path }) =>
      path === '/oidc/v1/token' ? tokenFor(1) : { status: 404 },
    );
    expect((await openFor(clientOf()).token('default', origin, never)).ok).toBe(true);
    expect(asked.at(-1)?.path).toBe('/oidc/v1/token');
  });

  it('comes from the account when the host names it by a placeholder', async () => {
    const base = (origin: string) => `${origin}/oidc/accounts/{account_id}`;
    const { origin, asked } = await serveIssuer(({ path }, own) =>
      path === '/.well-known/databricks-config'
        ? { json: { oidc_endpoint: base(own), account_id: 'a-1' } }
        : path === '/oidc/accounts/a-1/v1/token'
          ? tokenFor(1)
          : { status: 404 },
    );
    expect((await openFor(clientOf()).token('default', origin, never)).ok).toBe(true);
    expect(asked.at(1)?.path).toBe('/oidc/accounts/a-1/.well-known/oauth-authorization-server');
  });

  it('of an account is asked for there and nowhere else, for all origins', async () => {
    const { origin, asked } = await serveIssuer(() => tokenFor(1));
    const { token } = openFor(clientOf({ issuer: { host: origin, accountId: 'a-1' } }));
    expect(await token('default', 'https://one.test', never)).toEqual(
      await token('default', 'https://two.test', never),
    );
    expect(asked.map(({ path }) => path)).toEqual(['/oidc/accounts/a-1/v1/token']);
  });

  it('is another one for another origin, where no issuer is named', async () => {
    const one = await serveIssuer(databricks(() => tokenFor(1)));
    const two = await serveIssuer(databricks(() => tokenFor(2)));
    const { token } = openFor(clientOf());
    expect(await token('default', one.origin, never)).toMatchObject({ value: tokenNumber(1) });
    expect(await token('default', two.origin, never)).toMatchObject({ value: tokenNumber(2) });
  });
});

describe('the secret of a client', () => {
  it.each<[string, (elsewhere: string) => (path: string, own: string) => unknown]>([
    ['the OIDC endpoint', (elsewhere) => () => ({ oidc_endpoint: `${elsewhere}/oidc` })],
    [
      'the token endpoint',
      (elsewhere) => (path, own) =>
        path.startsWith('/oidc') ? { token_endpoint: `${elsewhere}/t` } : { oidc_endpoint: `${own}/oidc` },
    ],
    ['a user', () => (_, own) => ({ oidc_endpoint: own.replace('http://', 'http://evil@') })],
    ['something that is no URL', () => () => ({ oidc_endpoint: 'oidc' })],
  ])('is not sent where a host says that %s is', async (_, say) => {
    const elsewhere = await serveIssuer(() => tokenFor(1));
    const host = await serveIssuer(({ path }, own) => ({ json: say(elsewhere.origin)(path, own) }));
    const result = await openFor(clientOf()).token('default', host.origin, never);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'target.token-unavailable' }] });
    expect([...elsewhere.asked, ...host.asked].filter(({ headers }) => headers.authorization !== undefined)).toEqual(
      [],
    );
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await serveIssuer(() => tokenFor(1));
    const host = await serveIssuer(
      databricks(() => ({ status: 307, headers: { location: `${elsewhere.origin}/oidc/v1/token` } })),
    );
    expect((await openFor(clientOf()).token('default', host.origin, never)).ok).toBe(false);
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('a token that is not issued', () => {
  async function problemFor(said: Said) {
    const { origin } = await serveIssuer(databricks(() => said));
    const result = await openFor(clientOf()).token('default', origin, never);
    if (result.ok || result.problems.length !== 1) throw new Error('one problem was expected');
    expect(JSON.stringify(result.problems)).not.toMatch(/some secret|some\+secret|evil/);
    return { ...result.problems[0], message: result.problems[0]?.message.replace(origin, 'https://host') };
  }

  it.each<[Said, string]>([
    [{ status: 401, json: { error: 'invalid_client', error_description: 'evil' } }, 'HTTP 401, invalid_client'],
    [{ status: 400, json: { error: 'invalid_client' } }, 'HTTP 400, invalid_client'],
    [{ status: 403, text: '<html>evil</html>' }, 'HTTP 403'],
    [{ status: 401, json: { error: 'evil\u001b[2J' } }, 'HTTP 401'],
  ])('because the client is refused says so', async (said, why) => {
    expect(await problemFor(said)).toEqual({
      code: 'target.credential-refused',
      message: `https://host/oidc/v1/token does not accept the client of the identity default (${why})`,
      fix: 'check the client id, and renew the secret: variable SECRET',
    });
  });

  it.each<[Said, string]>([
    [{ status: 400, json: { error: 'invalid_scope' } }, 'HTTP 400, invalid_scope'],
    [{ status: 404 }, 'HTTP 404'],
    [{ status: 302, headers: { location: '/login' } }, 'HTTP 302'],
    [{ text: '<html>evil</html>' }, 'the answer is not a JSON object'],
    [{ json: {} }, 'the answer has no `access_token` that could be sent'],
    [{ json: { access_token: 'evil\r\nX-Evil: 1' } }, 'the answer has no `access_token` that could be sent'],
    [{ json: { access_token: 'short' } }, 'the answer has no `access_token` that could be sent'],
    [{ json: { access_token: tokenNumber(1), token_type: 'mac' } }, 'the answer has a `token_type` other than Bearer'],
  ])('for another reason says so: %j', async (said, why) => {
    expect(await problemFor(said)).toMatchObject({
      code: 'target.token-unavailable',
      message: `https://host/oidc/v1/token issued no token for the identity default: ${why}`,
    });
  });

  it('because the host does not answer is not asked for any further', async () => {
    const { origin, asked } = await serveIssuer(() => ({ headers: { 'content-length': 'many' } }));
    expect(await openFor(clientOf()).token('default', origin, never)).toMatchObject({
      problems: [
        {
          code: 'target.token-unavailable',
          message: expect.stringContaining('/.well-known/databricks-config does not tell'),
        },
      ],
    });
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/.well-known/databricks-config']));
  });

  it('is asked for again when the host is busy, for a while', async () => {
    const { origin, asked } = await serveIssuer(databricks((number) => (number < 3 ? { status: 503 } : tokenFor(1))));
    expect((await openFor(clientOf()).token('default', origin, never)).ok).toBe(true);
    expect(asked.filter(({ path }) => path === '/oidc/v1/token')).toHaveLength(3);
  });
});
