import { isJsonObject, type Json } from '../../json/index.js';
import type { Identity } from '../../target/index.js';

/** An identity of the target as the account knows it, or why nothing can be expected of it. */
export type Who = Somebody | LeftOut;

export interface Somebody {
  readonly kind: 'somebody';
  readonly identity: string;
  /** How grants may name it. */
  readonly names: readonly string[];
  /** Undefined when the account does not list them. */
  readonly groups: readonly string[] | undefined;
}

export interface LeftOut {
  readonly kind: 'left-out';
  readonly identity: string;
  readonly because: string;
}

/** Every user and service principal of an account is in it; SCIM need not list it (Databricks documentation, "Groups"). */
export const everyone = 'account users';

/** Why grants say nothing about what the identity is answered; undefined when they do. Nothing has to be asked for it. */
export function reasonToLeaveOut(identity: string, { credential, refused }: Identity): string | undefined {
  if (refused) return 'its credential is meant to be refused';
  // As specs/roles.yaml defines it.
  if (identity === 'over-budget') return 'its budget is used up, whatever it is granted';
  if (credential.kind === 'client' && !credential.scope.split(' ').includes('all-apis'))
    return 'its tokens may do less than it is granted: their scope is not all-apis';
  return undefined;
}

/** Who an identity is, by the target and by the answer of SCIM Me; `body` is undefined when there was none. */
export function whoIs(identity: string, { principal }: Identity, body: Json | undefined): Who {
  const me = isJsonObject(body) ? body : {};
  const named = [principal, me['userName'], me['applicationId']];
  const names = named.filter((name): name is string => typeof name === 'string' && name !== '');
  if (names.length === 0)
    return {
      kind: 'left-out',
      identity,
      because: 'the account does not say who it is: write its `principal` into the target',
    };
  return { kind: 'somebody', identity, names: [...new Set(names)], groups: groupsIn(me['groups']) };
}

/** RFC 7643 section 2.5: what is absent is unassigned, or not told; nobody knows which. */
function groupsIn(groups: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(groups)) return undefined;
  return groups.flatMap((group: Json) => {
    const display = isJsonObject(group) ? group['display'] : undefined;
    return typeof display === 'string' && display !== '' ? [display] : [];
  });
}
