import type { Sender } from '../plan/index.js';
import { basic, bearer, type Target } from '../target/index.js';
import type { HeaderPair } from '../wire/index.js';

/** Credentials that never existed, of the form of real ones, so that only their value is wrong. */
const invalidToken = `dapi${'0'.repeat(32)}`;
const wrongSecret = `dose${'0'.repeat(32)}`;

/** Whether the scheme sends the identity's token. */
export function sendsToken({ auth }: Pick<Sender, 'auth'>): boolean {
  return auth !== 'none' && auth !== 'invalid' && auth !== 'client' && auth !== 'client-with-wrong-secret';
}

/** The headers by which the sender proves itself; `token` is the identity's, where the scheme sends it. */
export function credentialHeaders(target: Target, { auth, identity }: Sender, token = ''): readonly HeaderPair[] {
  switch (auth) {
    case 'none':
      return [];
    case 'invalid':
      return [['Authorization', bearer(invalidToken)]];
    case 'bearer':
      return [['Authorization', bearer(token)]];
    case 'basic':
      return [['Authorization', basic('token', token)]];
    case 'x-api-key':
    case 'api-key':
    case 'x-goog-api-key':
      return [[auth, token]];
    case 'bearer-and-bogus-x-api-key':
      return [
        ['Authorization', bearer(token)],
        ['x-api-key', 'unused'],
      ];
    case 'client':
    case 'client-with-wrong-secret': {
      const credential = target.identities[identity]?.credential;
      if (credential?.kind !== 'client') throw new Error(`the identity ${identity} has no client`);
      return [['Authorization', basic(credential.id, auth === 'client' ? credential.secret : wrongSecret)]];
    }
  }
}
