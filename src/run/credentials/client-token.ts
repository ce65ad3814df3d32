import { isJsonObject } from '../../json/index.js';
import { failed, ok, type Problem, type Result } from '../../problem/index.js';
import { basic, type ClientCredential } from '../../target/index.js';
import { type Exchange, isRedactable } from '../../wire/index.js';
import type { Issued } from './issued.js';
import { parsed } from './issued-tokens.js';
import { findTokenEndpoint } from './token-endpoint.js';
import type { TokenRequests } from './token-requests.js';

/** RFC 6749 leaves `expires_in` out at will; then a token is trusted no longer than this. */
const assumedLifetimeMs = 10 * 60_000;
/** What a response says is not believed beyond this. */
const longestLifetimeMs = 24 * 60 * 60_000;

/** Fetches a token for a client (RFC 6749 section 4.4), from its issuer or else from the origin that is called. */
export async function fetchClientToken(
  who: string,
  credential: ClientCredential,
  origin: string,
  requests: TokenRequests,
): Promise<Result<Issued>> {
  const endpoint = await findTokenEndpoint(who, credential.issuer ?? { host: origin }, requests);
  if (!endpoint.ok) return endpoint;
  const fetchedAt = requests.now();
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope: credential.scope });
  const exchange = await requests.send({
    method: 'POST',
    url: endpoint.value,
    headers: [
      ['Authorization', basic(formEncoded(credential.id), formEncoded(credential.secret))],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ],
    body: new TextEncoder().encode(form.toString()),
  });
  return readAnswer({ who, endpoint: endpoint.value, origin: credential.origin }, exchange, fetchedAt);
}

/** RFC 6749 section 2.3.1: as in a form, before they become user and password. */
function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length);
}

interface Asked {
  readonly who: string;
  readonly endpoint: string;
  /** Where the secret came from. */
  readonly origin: string;
}

function readAnswer(asked: Asked, { response, fault }: Exchange, fetchedAt: number): Result<Issued> {
  if (fault !== undefined) return failed(unavailable(asked, fault.message));
  if (response === undefined) return failed(unavailable(asked, 'nothing was answered'));
  const body = parsed(response.body);
  if (response.status !== 200) return failed(refusal(asked, response.status, body));
  if (!isJsonObject(body)) return failed(unavailable(asked, 'the answer is not a JSON object'));
  const { access_token: token, token_type: type, expires_in: seconds } = body;
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token) || !isRedactable(token))
    return failed(unavailable(asked, 'the answer has no `access_token` that could be sent'));
  if (type !== undefined && String(type).toLowerCase() !== 'bearer')
    return failed(unavailable(asked, 'the answer has a `token_type` other than Bearer'));
  const lifetime = typeof seconds === 'number' ? seconds * 1000 : assumedLifetimeMs;
  return ok({ token, fetchedAt, expiresAt: fetchedAt + Math.min(Math.max(0, lifetime), longestLifetimeMs) });
}

/** The errors that say something about the client, and not about the request (RFC 6749 section 5.2). */
const aboutClient: readonly unknown[] = ['invalid_client', 'unauthorized_client', 'invalid_grant', 'access_denied'];

function refusal(asked: Asked, status: number, body: unknown): Problem {
  const error = isJsonObject(body) ? body['error'] : undefined;
  // A word of the answer is shown only if it can be nothing but an error code.
  const said =
    typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? `HTTP ${status}, ${error}` : `HTTP ${status}`;
  if (status !== 401 && status !== 403 && !aboutClient.includes(error)) return unavailable(asked, said);
  return {
    code: 'target.credential-refused',
    message: `${asked.endpoint} does not accept the client of ${asked.who} (${said})`,
    fix: `check the client id, and renew the secret: ${asked.origin}`,
  };
}

function unavailable({ who, endpoint }: Asked, why: string): Problem {
  return {
    code: 'target.token-unavailable',
    message: `${endpoint} issued no token for ${who}: ${why.replace(/\.$/, '')}`,
    fix: 'check that the host issues OAuth tokens for service principals, or name the one that does as the `host` of the client',
  };
}
