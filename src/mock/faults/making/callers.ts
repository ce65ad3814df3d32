import type { Account, PlacedService, Principal, Privilege } from '../../account/account.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { Decisions } from '../../gateway/gateway.js';
import { proceed, type Step } from '../../gateway/reply.js';
import { decide } from './decide.js';

type Authenticate = Decisions['authenticate'];

interface Attempt {
  readonly gateway: Parameters<Authenticate>[0];
  readonly headers: Headers;
  readonly scope: string | undefined;
  /** Who it would be with another credential, at another place, or for another scope. */
  readonly usual: Authenticate;
}

/** Tells otherwise who is calling. */
export function recognise(change: (known: Step<Principal>, attempt: Attempt) => Step<Principal>): Deviate {
  return decide(({ authenticate: usual }) => ({
    authenticate: (gateway, headers, scope) =>
      change(usual(gateway, headers, scope), { gateway, headers, scope, usual }),
  }));
}

/** Takes the caller for somebody else. */
export function takenFor(name: string, { principals }: Account): Step<Principal> {
  const principal = principals.find((candidate) => candidate.name === name);
  if (principal === undefined) throw new Error(`The account has no ${name}.`);
  return proceed(principal);
}

/** A refusal of the credential, in the envelope of the authentication layer. */
export function notLetIn(status: 401 | 403, message: string): Step<never> {
  return { done: true, reply: { kind: 'unauthenticated', status, message } };
}

/** The header with another credential. */
export function proving(authorization: string): Headers {
  return new Headers({ authorization });
}

interface Wish {
  readonly account: Account;
  readonly metastore: string;
  readonly principal: Principal;
  readonly place: Pick<PlacedService, 'catalog' | 'schema' | 'fullName'>;
  /** What somebody lacks, or for something else. */
  readonly usual: Decisions['missingPrivileges'];
}

/** Finds otherwise what a caller lacks. */
export function lacking(change: (missing: readonly Privilege[], wish: Wish) => readonly Privilege[]): Deviate {
  return decide(({ missingPrivileges: usual }) => ({
    missingPrivileges: (account, metastore, principal, place) =>
      change(usual(account, metastore, principal, place), { account, metastore, principal, place, usual }),
  }));
}

/** Does not look at a privilege. */
export function unchecked(...privileges: readonly Privilege[]): Deviate {
  return lacking((missing) => missing.filter((privilege) => !privileges.includes(privilege)));
}
