import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** What an OAuth access token says. */
export interface AccessToken {
  /** The URL of the token endpoint that issued it. */
  readonly issuer: string;
  /** The id of the client that it was issued to. */
  readonly client: string;
  readonly scopes: readonly string[];
  /** The id of the workspace that issued it, where alone it counts; an account's token counts in all of them. */
  readonly workspace?: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const header = encoded({ alg: 'HS256', typ: 'at+jwt' });

/** A JSON Web Token (RFC 7519, claims by RFC 9068): what Databricks issues is one as well. */
export function signAccessToken(key: string, token: AccessToken): string {
  const { issuer, client, scopes, workspace, expiresAt } = token;
  const claims = encoded({
    iss: issuer,
    sub: client,
    client_id: client,
    scope: scopes.join(' '),
    ...(workspace !== undefined && { workspace_id: workspace }),
    exp: expiresAt / 1000,
    jti: randomUUID(),
  });
  return `${header}.${claims}.${signature(key, claims).toString('base64url')}`;
}

/** What a token says, if it was signed with the key. Whether it is still valid is another question. */
export function readAccessToken(key: string, text: string): AccessToken | undefined {
  const [head, claims, signed, ...rest] = text.split('.');
  if (head !== header || claims === undefined || signed === undefined || rest.length > 0) return undefined;
  // Compared as text: base64 may be written in several ways, of which one was issued.
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(key, claims).toString('base64url'))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { iss, sub, scope, workspace_id: workspace, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return {
    issuer: iss,
    client: sub,
    scopes: scope.split(' '),
    ...(workspace !== undefined && { workspace }),
    expiresAt: exp * 1000,
  };
}

function signature(key: string, claims: string): Buffer {
  return createHmac('sha256', key).update(`${header}.${claims}`).digest();
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
