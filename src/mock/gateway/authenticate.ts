import { readAccessToken } from '../account/access-token.js';
import type { Principal } from '../account/account.js';
import type { Gateway } from './gateway.js';
import { proceed, type Step } from './reply.js';

const notSent = refusal(401, 'Credential was not sent or was of an unsupported type for this API.');

// Publicly seen with 400, 401 and 403 alike (databricks/unity-gateway#98, #196); 403 most often.
const notValid = refusal(403, 'Invalid Token');

/** The scope that stands for all others. */
export const allApis = 'all-apis';

/** The least scope that opens the gateway's own APIs. */
export const inferenceScope = 'ai-gateway';

/**
 * Finds who is calling. A personal access token counts as Bearer, or as Basic with the user name `token`, as in the
 * curl example of "Query model services". `x-api-key` and `api-key` are no credential: alone they are as good as none,
 * beside a valid Authorization they do no harm. A personal access token counts on every origin of the account, the
 * account-level URL included, where a live account may want OAuth instead.
 *
 * An OAuth access token counts as Bearer only, until it expires, with `scope` or `all-apis` among its scopes, and, when
 * a workspace issued it, on that workspace's own URL ("Authorize service principal access to Databricks with OAuth").
 */
export function authenticate(
  gateway: Pick<Gateway, 'account' | 'site' | 'oauth'>,
  headers: Headers,
  scope: string = allApis,
): Step<Principal> {
  const sent = credentialIn(headers.get('authorization') ?? '');
  if (sent === undefined) return notSent;
  const { account } = gateway;
  const token = account.tokens.find(({ secret }) => secret === sent.secret);
  if (token === undefined) return sent.scheme === 'bearer' ? byAccessToken(gateway, sent.secret, scope) : notValid;
  const principal = account.principals.find(({ name }) => name === token.principal);
  return token.expired || principal === undefined ? notValid : proceed(principal);
}

function byAccessToken(
  { account, site, oauth }: Pick<Gateway, 'account' | 'site' | 'oauth'>,
  secret: string,
  scope: string,
): Step<Principal> {
  const token = readAccessToken(account.signingKey, secret);
  if (token === undefined || token.expiresAt <= oauth.now()) return notValid;
  const here = site.kind === 'workspace' ? site.workspace.id : undefined;
  if (token.workspace !== undefined && token.workspace !== here) return notValid;
  const client = account.clients.find(({ id }) => id === token.client);
  const principal = account.principals.find(({ name }) => name === client?.principal);
  if (principal === undefined) return notValid;
  if (!token.scopes.includes(allApis) && !token.scopes.includes(scope)) {
    return refusal(403, `Provided access token does not have required scopes: ${scope}`);
  }
  return proceed(principal);
}

interface Credential {
  readonly scheme: 'bearer' | 'basic';
  readonly secret: string;
}

function credentialIn(authorization: string): Credential | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { scheme: 'bearer', secret: credentials };
    case 'basic': {
      const { user, password } = basicCredentials(credentials) ?? {};
      return user === 'token' && password !== undefined ? { scheme: 'basic', secret: password } : undefined;
    }
    default:
      return undefined;
  }
}

/** RFC 7617: everything up to the first colon is the user. */
export function basicCredentials(basic: string): { readonly user: string; readonly password: string } | undefined {
  // Buffer skips what is not base64 instead of refusing it.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(basic)) return undefined;
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
}

function refusal(status: 401 | 403, message: string): Step<never> {
  return { done: true, reply: { kind: 'unauthenticated', status, message } };
}
