import type { Sender } from '../plan/index.js';
import { authorization, type Target } from '../target/index.js';
import type { HeaderPair } from '../wire/index.js';

/** A credential that never existed, of the form of a real one, so that only its value is wrong. */
const invalidToken = `dapi${'0'.repeat(32)}`;

/** The headers by which the sender proves itself. */
export function credentialHeaders(target: Target, { auth, identity }: Sender): readonly HeaderPair[] {
  if (auth === 'none') return [];
  if (auth === 'invalid') return [['Authorization', `Bearer ${invalidToken}`]];
  const credential = target.identities[identity]?.credential;
  if (credential === undefined) throw new Error(`the target has no identity ${identity}`);
  switch (auth) {
    case 'bearer':
    case 'basic':
      return [['Authorization', authorization(credential, auth)]];
    case 'x-api-key':
    case 'api-key':
      return [[auth, credential.secret]];
    case 'bearer-and-bogus-x-api-key':
      return [
        ['Authorization', authorization(credential, 'bearer')],
        ['x-api-key', 'unused'],
      ];
  }
}
