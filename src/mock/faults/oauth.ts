import type { Fault } from './fault.js';
import { notLetIn, recognise } from './making/callers.js';
import { all, rename, replace } from './making/edit.js';
import { answers, errors, statuses } from './making/responses.js';
import { onPath } from './making/where.js';

const tokenEndpoint = onPath(/^\/oidc\/v1\/token$/);
const serverMetadata = onPath(/^\/oidc\/\.well-known\/oauth-authorization-server$/);
const hostMetadata = onPath(/^\/\.well-known\/databricks-config$/);

const isOAuth = (sent: Headers) => /^Bearer eyJ/.test(sent.get('authorization') ?? '');

/** What a host says of its tokens, and which of them count. */
export const oauthFaults: readonly Fault[] = [
  {
    id: 'authentication.no-tokens-of-the-account',
    sentence: 'OAuth access tokens that the account issued are accepted nowhere.',
    breaks: ['AUTH-03', 'AUTH-06'],
    deviate: recognise((known, { gateway, headers, usual }) => {
      if (!isOAuth(headers) || known.done) return known;
      // What counts on the account-level URL is the account's.
      const ofAccount = usual({ ...gateway, site: { kind: 'account' } }, headers, 'all-apis');
      return ofAccount.done ? known : notLetIn(403, 'Invalid Token');
    }),
  },
  {
    id: 'authentication.token-under-another-name',
    sentence: 'The token endpoint calls the access token token.',
    breaks: ['AUTH-04'],
    deviate: answers(tokenEndpoint, rename('$', 'access_token', 'token')),
  },
  {
    id: 'authentication.token-with-201',
    sentence: 'The token endpoint answers with status 201.',
    breaks: ['AUTH-04'],
    deviate: statuses(tokenEndpoint, 200, 201),
  },
  {
    id: 'authentication.lifetime-in-milliseconds',
    sentence: 'The token endpoint states the lifetime of a token in milliseconds.',
    breaks: ['AUTH-07'],
    deviate: answers(
      tokenEndpoint,
      replace('$.expires_in', (seconds: unknown) => Number(seconds) * 1000),
    ),
  },
  {
    id: 'authentication.short-lifetime',
    sentence: 'The token endpoint issues tokens for a quarter of an hour.',
    breaks: ['AUTH-07'],
    deviate: answers(tokenEndpoint, replace('$.expires_in', 900)),
  },
  {
    id: 'authentication.token-endpoint-as-a-path',
    sentence: 'The metadata of the authorization server names the token endpoint by a path alone.',
    breaks: ['AUTH-05'],
    deviate: answers(serverMetadata, replace('$.token_endpoint', '/oidc/v1/token')),
  },
  {
    id: 'authentication.discovery-leads-nowhere',
    sentence: 'A host says that its tokens come from where it has no authorization server.',
    breaks: ['AUTH-05'],
    deviate: answers(
      hostMetadata,
      replace('$.oidc_endpoint', (endpoint: unknown) => String(endpoint).replace('/oidc', '/oauth')),
    ),
  },
  {
    id: 'authentication.wrong-secret-in-another-envelope',
    sentence: 'A wrong client secret is answered in the envelope of the gateway.',
    breaks: ['AUTH-08'],
    deviate: errors(
      tokenEndpoint,
      all(rename('$', 'error', 'error_code'), rename('$', 'error_description', 'message')),
    ),
  },
  {
    id: 'authentication.only-all-apis',
    sentence: 'The scope ai-gateway opens nothing; only all-apis does.',
    breaks: ['AUTH-22'],
    deviate: recognise((known, { gateway, headers, usual }) =>
      isOAuth(headers) ? usual(gateway, headers, 'all-apis') : known,
    ),
  },
];
