import { isJsonObject } from '../../json/index.js';
import { failed, ok, type Result } from '../../problem/index.js';
import { type Issuer, isLoopback } from '../../target/index.js';
import { parsed } from './issued-tokens.js';
import type { TokenRequests } from './token-requests.js';

/**
 * The URL at which an issuer hands out tokens. An account's is known from its id; any other host is asked, as official
 * clients do (databricks-sdk-go, `config/host_metadata.go`): first for its OIDC endpoint, then for the authorization
 * server's metadata (RFC 8414). What a host does not tell is where Databricks documents it.
 */
export async function findTokenEndpoint(
  who: string,
  { host, accountId }: Issuer,
  requests: TokenRequests,
): Promise<Result<string>> {
  if (accountId !== undefined) return ok(`${host}/oidc/accounts/${accountId}/v1/token`);
  const metadata = await readJson(who, `${host}/.well-known/databricks-config`, requests);
  if (!metadata.ok) return metadata;
  const base = oidcEndpoint(metadata.value) ?? `${host}/oidc`;
  if (!isOf(host, base)) return elsewhere(who, host, base);
  const server = await readJson(who, `${base}/.well-known/oauth-authorization-server`, requests);
  if (!server.ok) return server;
  const endpoint = textIn(server.value, 'token_endpoint') ?? `${base}/v1/token`;
  return isOf(host, endpoint) ? ok(endpoint) : elsewhere(who, host, endpoint);
}

/** Accounts write a placeholder where their id belongs. */
function oidcEndpoint(metadata: unknown): string | undefined {
  const endpoint = textIn(metadata, 'oidc_endpoint')?.replace(/\/+$/, '');
  const accountId = textIn(metadata, 'account_id') ?? '';
  return /^[\w-]+$/.test(accountId) ? endpoint?.replaceAll('{account_id}', accountId) : endpoint;
}

/**
 * The client's secret goes to the host that the target names and to no other, whatever that host says: metadata is the
 * word of somebody who has not been given a credential yet.
 */
function isOf(host: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname, username, password } = new URL(url);
  const encrypted = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return origin === host && encrypted && username === '' && password === '';
}

function elsewhere(who: string, host: string, url: string): Result<never> {
  const named = URL.canParse(url) ? new URL(url).origin : 'something that is no URL';
  return failed({
    code: 'target.token-unavailable',
    message: `${host} names ${named} as the issuer of its tokens: the secret of ${who} is not sent to another host`,
    fix: 'if that host is right, name it as the `host` of the client',
  });
}

/** What stands there, if anything does; a host that does not answer will not issue a token either. */
async function readJson(who: string, url: string, requests: TokenRequests): Promise<Result<unknown>> {
  const { response, fault } = await requests.send({ method: 'GET', url, headers: [['Accept', 'application/json']] });
  if (fault === undefined) return ok(response?.status === 200 ? parsed(response.body) : undefined);
  return failed({
    code: 'target.token-unavailable',
    message: `${url} does not tell where the tokens of ${who} come from: ${fault.message}`,
    fix: 'check the URL, the network and the proxy variables',
  });
}

function textIn(value: unknown, key: string): string | undefined {
  const text = isJsonObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : undefined;
}
