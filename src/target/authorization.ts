import type { Credential } from './credential.js';

export type AuthorizationScheme = 'bearer' | 'basic';

/** The value of the `Authorization` header: RFC 6750 for Bearer, RFC 7617 for Basic, whose user is the literal `token`. */
export function authorization(credential: Credential, scheme: AuthorizationScheme): string {
  switch (scheme) {
    case 'bearer':
      return `Bearer ${credential.secret}`;
    case 'basic':
      return `Basic ${basicPayload(credential)}`;
  }
}

/** What follows `Basic `: as secret as the token, because it decodes to it. */
export function basicPayload(credential: Credential): string {
  return Buffer.from(`token:${credential.secret}`, 'utf8').toString('base64');
}
