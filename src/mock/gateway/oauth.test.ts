import { describe, expect, it } from 'vitest';
import { readAccessToken, signAccessToken } from '../account/access-token.js';
import {
  ask,
  bearerOf,
  clientPairOf,
  requestFor,
  requestToken,
  send,
  simulation,
  type TokenRequest,
} from '../testing/simulation.js';

let now = Date.UTC(2026, 10, 23);
const account = simulation({ tokenLifetime: 100, now: () => now });
const origin = (site: string) => account().origins[site] ?? '';
const get = (site: string, path: string) => send(origin(site), { method: 'GET', path });

describe('discovery', () => {
  it.each(['home', 'second', 'account'])('leads from the host %s to an endpoint that issues tokens', async (site) => {
    const host = await get(site, '/.well-known/databricks-config');
    const { account_id: id, oidc_endpoint: oidc, host_type: kind } = host.json;
    expect([host.status, kind]).toEqual([200, site === 'account' ? 'account' : 'workspace']);
    const base = new URL(oidc.replace('{account_id}', id));
    expect(base.origin).toBe(origin(site));
    const server = await get(site, `${base.pathname}/.well-known/oauth-authorization-server`);
    expect(server.json).toMatchObject({ issuer: base.href, grant_types_supported: ['client_credentials'] });
    const { pathname } = new URL(server.json.token_endpoint);
    const issued = await requestToken(account(), { origin: origin(site), path: pathname });
    expect(issued.status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it('answers a client with a token as RFC 6749 says', async () => {
    const { status, headers, json } = await requestToken(account());
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(json).toEqual({
      access_token: expect.stringMatching(/^eyJ/),
      token_type: 'Bearer',
      expires_in: 100,
      scope: 'all-apis',
    });
  });

  it('decodes id and secret as forms do', async () => {
    const [id = '', secret = ''] = clientPairOf(account()).split(':');
    const pair = `${id.replaceAll('-', '%2D')}:${secret.replace('d', '%64')}`;
    expect((await requestToken(account(), { pair })).status).toBe(200);
  });

  const refusals: readonly (readonly [string, () => TokenRequest, number, string])[] = [
    ['a wrong secret', () => ({ pair: `${clientPairOf(account())}0` }), 401, 'invalid_client'],
    ['an unknown client', () => ({ pair: `nobody${clientPairOf(account())}` }), 401, 'invalid_client'],
    ['no client', () => ({ headers: { authorization: '' } }), 401, 'invalid_client'],
    ['another media type', () => ({ headers: { 'content-type': 'application/json' } }), 400, 'invalid_request'],
    ['no grant type', () => ({ form: 'scope=all-apis' }), 400, 'invalid_request'],
    ['a repeated parameter', () => ({ form: 'grant_type=client_credentials&scope=a&scope=b' }), 400, 'invalid_request'],
    ['another grant', () => ({ form: 'grant_type=password' }), 400, 'unsupported_grant_type'],
    ['an unknown scope', () => ({ form: 'grant_type=client_credentials&scope=everything' }), 400, 'invalid_scope'],
  ];

  it.each(refusals)('refuses %s', async (_, request, status, error) => {
    const response = await requestToken(account(), request());
    expect(response.status).toBe(status);
    expect(response.json).toEqual({ error, error_description: expect.any(String) });
    expect(response.headers['www-authenticate']).toBe(status === 401 ? 'Basic realm="oidc"' : undefined);
    expect(response.text).not.toContain(clientPairOf(account()).split(':')[1]);
  });

  it.each([
    ['the account form', 'home', '/oidc/accounts/0/v1/token'],
    ['the workspace form', 'account', '/oidc/v1/token'],
  ])('does not have %s on the origin %s', async (_, site, path) => {
    expect((await requestToken(account(), { origin: origin(site), path })).status).toBe(404);
  });
});

describe('an access token', () => {
  const as = 'service-principal';

  it.each(['chat', 'messages', 'responses', 'gemini', 'embeddings'] as const)('opens the API %s', async (api) => {
    expect((await ask(account(), { as, api })).status).toBe(200);
  });

  it('holds what its principal was granted, and no more', async () => {
    expect((await ask(account(), { as, model: 'main.shared.assistant' })).json.error_code).toBe('PERMISSION_DENIED');
  });

  it('is over when its lifetime is', async () => {
    const token = await bearerOf(account(), as, 'home');
    const status = async () => (await send(origin('home'), requestFor(token, {}))).status;
    now += 99_000;
    expect(await status()).toBe(200);
    now += 1_000;
    expect(await status()).toBe(403);
  });

  it('of a workspace counts on its own URL only, one of the account everywhere', async () => {
    const headers = { 'x-databricks-workspace-id': '1000000000000001' };
    const statuses = async (token: string) =>
      Promise.all(
        ['home', 'second', 'account'].map(
          async (site) => (await send(origin(site), requestFor(token, { headers }))).status,
        ),
      );
    expect(await statuses(await bearerOf(account(), as, 'home'))).toEqual([200, 403, 403]);
    expect(await statuses(await bearerOf(account(), 'account-service-principal', 'home'))).toEqual([200, 200, 200]);
  });

  it('needs a scope that covers what it opens', async () => {
    expect((await ask(account(), { as: 'ai-gateway-scope' })).status).toBe(200);
    const { status, json } = await ask(account(), { as: 'unity-catalog-scope' });
    expect([status, json]).toEqual([
      403,
      { error_code: 403, message: 'Provided access token does not have required scopes: ai-gateway' },
    ]);
  });

  it('is no password of the user token', async () => {
    const token = await bearerOf(account(), as, 'home');
    const authorization = `Basic ${Buffer.from(`token:${token}`).toString('base64')}`;
    expect((await ask(account(), { headers: { authorization } })).status).toBe(403);
  });

  it('is none when anything in it was changed', async () => {
    const token = await bearerOf(account(), as, 'home');
    const [head = '', claims = '', signature = ''] = token.split('.');
    const forged = signAccessToken('another key', readAccessTokenOf(claims));
    for (const wrong of [
      forged,
      `${head}.${claims}.`,
      `${head}.${claims}`,
      `${head}.${claims}A.${signature}`,
      `${token}=`,
    ]) {
      expect((await send(origin('home'), requestFor(wrong, {}))).status).toBe(403);
    }
  });
});

it('a key reads back what it signed', () => {
  const token = { issuer: 'https://a.net', client: 'c', scopes: ['one', 'two'], workspace: '12', expiresAt: 1_500 };
  expect(readAccessToken('key', signAccessToken('key', token))).toEqual(token);
  expect(readAccessToken('other', signAccessToken('key', token))).toBeUndefined();
});

function readAccessTokenOf(claims: string) {
  const { iss, sub, scope, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return { issuer: iss, client: sub, scopes: scope.split(' '), expiresAt: exp * 1000 };
}
