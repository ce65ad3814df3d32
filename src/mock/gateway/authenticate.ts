import type { Account, Principal } from '../account/account.js';
import { proceed, type Step } from './reply.js';

const notSent: Step<never> = {
  done: true,
  reply: {
    kind: 'unauthenticated',
    status: 401,
    message: 'Credential was not sent or was of an unsupported type for this API.',
  },
};

// Publicly seen with 400, 401 and 403 alike (databricks/unity-gateway#98, #196); 403 most often.
const notValid: Step<never> = {
  done: true,
  reply: { kind: 'unauthenticated', status: 403, message: 'Invalid Token' },
};

/**
 * Finds who is calling. A personal access token counts as Bearer, or as Basic with the user name `token`, as in the
 * curl example of "Query model services". `x-api-key` and `api-key` are no credential: alone they are as good as none,
 * beside a valid Authorization they do no harm. A token counts on every origin of the account, the account-level URL
 * included, where a live account may want OAuth instead.
 */
export function authenticate(account: Account, headers: Headers): Step<Principal> {
  const secret = secretIn(headers.get('authorization') ?? '');
  if (secret === undefined) return notSent;
  const token = account.tokens.find((candidate) => candidate.secret === secret);
  const principal = account.principals.find(({ name }) => name === token?.principal);
  return token === undefined || token.expired || principal === undefined ? notValid : proceed(principal);
}

function secretIn(authorization: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return credentials;
    case 'basic':
      return passwordOf(credentials);
    default:
      return undefined;
  }
}

function passwordOf(basic: string): string | undefined {
  // Buffer skips what is not base64 instead of refusing it.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(basic)) return undefined;
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  return pair.startsWith('token:') ? pair.slice('token:'.length) : undefined;
}
