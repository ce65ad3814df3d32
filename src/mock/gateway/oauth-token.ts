import { timingSafeEqual } from 'node:crypto';
import { signAccessToken } from '../account/access-token.js';
import type { Account, Client } from '../account/account.js';
import { allApis, basicCredentials } from './authenticate.js';
import type { Gateway } from './gateway.js';
import type { Reply } from './reply.js';

const scopes: readonly string[] = [allApis, 'ai-gateway', 'unity-catalog'];

/**
 * Issues an access token for client credentials (RFC 6749 section 4.4), with the client named by Basic. Errors are those
 * of section 5.2, which the public has not seen of the live endpoint. What a client may do is for its grants to say.
 */
export async function issueToken(gateway: Gateway, request: Request): Promise<Reply> {
  const { account, site, oauth } = gateway;
  const client = clientOf(account, request.headers.get('authorization') ?? '');
  if (client === undefined) return refused('invalid_client', 'Client authentication failed');
  const form = await formOf(request);
  if (form === undefined) return refused('invalid_request', 'The request is not a form without repeated parameters');
  const grant = form.get('grant_type');
  if (grant === null) return refused('invalid_request', 'The parameter grant_type is missing');
  if (grant !== 'client_credentials') return refused('unsupported_grant_type', 'Only client_credentials is supported');
  const asked = (form.get('scope') ?? allApis).split(' ');
  if (!asked.every((scope) => scopes.includes(scope))) return refused('invalid_scope', 'A scope is unknown');
  const token = signAccessToken(account.signingKey, {
    issuer: request.url,
    client: client.id,
    scopes: asked,
    ...(site.kind === 'workspace' && { workspace: site.workspace.id }),
    expiresAt: oauth.now() + oauth.lifetimeSeconds * 1000,
  });
  return {
    kind: 'answer',
    headers: { 'cache-control': 'no-store' },
    body: {
      access_token: token,
      token_type: 'Bearer',
      expires_in: oauth.lifetimeSeconds,
      scope: asked.join(' '),
    },
  };
}

/** RFC 6749 section 2.3.1: id and secret are form-encoded before they become user and password. */
function clientOf({ clients }: Account, authorization: string): Client | undefined {
  const [, basic = ''] = /^basic +(\S+)$/i.exec(authorization) ?? [];
  const sent = basicCredentials(basic);
  if (sent === undefined) return undefined;
  const [id, secret] = [formDecoded(sent.user), formDecoded(sent.password)];
  const client = clients.find((candidate) => candidate.id === id);
  return client !== undefined && areEqual(client.secret, secret) ? client : undefined;
}

function formDecoded(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}

function areEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function formOf(request: Request): Promise<URLSearchParams | undefined> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/x-www-form-urlencoded') return undefined;
  const form = new URLSearchParams(await request.text());
  const names = [...form.keys()];
  return new Set(names).size === names.length ? form : undefined;
}

type TokenError = 'invalid_client' | 'invalid_request' | 'unsupported_grant_type' | 'invalid_scope';

function refused(error: TokenError, description: string): Reply {
  return { kind: 'token-refused', status: error === 'invalid_client' ? 401 : 400, error, description };
}
