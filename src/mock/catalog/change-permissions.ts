import type { GrantedPrivilege } from '../account/account.js';
import { changedGrants } from '../account/change-grants.js';
import type { GrantBook } from '../account/grant-book.js';
import { proceed, type Reply, refuse, type Step } from '../gateway/reply.js';
import { unpaged } from './page-assignments.js';
import { type Asked, managesNot, readPermissions } from './permissions.js';
import { privilegeNamed } from './privilege-names.js';
import { mayManage, type SecurableType } from './securable.js';

interface Change {
  readonly principal: string;
  readonly add: readonly GrantedPrivilege[];
  readonly remove: readonly GrantedPrivilege[];
}

/** Makes all changes of a PATCH, or none (Grants.Update), and answers with what is granted then. */
export function changePermissions(asked: Asked, body: Readonly<Record<string, unknown>>, grants: GrantBook): Reply {
  const { account, metastore, caller, securable } = asked;
  if (!mayManage(account, metastore, caller, securable)) return managesNot(securable);
  const read = readChanges(body, securable.type);
  if (read.done) return read.reply;
  const principals = new Set(account.principals.flatMap(({ name, groups }) => [name, ...groups]));
  const stranger = read.value.find(({ principal }) => !principals.has(principal));
  if (stranger !== undefined) {
    const message = `Could not find principal with name ${stranger.principal}.`;
    return { kind: 'error', status: 404, code: 'PRINCIPAL_DOES_NOT_EXIST', message };
  }
  const changed = read.value.reduce(
    (before, { principal, add, remove }) =>
      changedGrants(before, { metastore, to: principal, on: securable.fullName, add, remove }),
    account.grants,
  );
  grants.change(changed);
  return readPermissions({ ...asked, account: { ...account, grants: changed }, principal: undefined, page: unpaged });
}

function readChanges({ changes }: Readonly<Record<string, unknown>>, type: SecurableType): Step<readonly Change[]> {
  if (!Array.isArray(changes)) return malformed("'changes' must be a list.");
  const read: Change[] = [];
  for (const change of changes as readonly unknown[]) {
    if (typeof change !== 'object' || change === null) return malformed('A change must be an object.');
    const { principal, add = [], remove = [] } = change as Readonly<Record<string, unknown>>;
    if (typeof principal !== 'string') return malformed('A change must name its principal.');
    if (!Array.isArray(add) || !Array.isArray(remove)) return malformed("'add' and 'remove' must be lists.");
    const unknown = [...add, ...remove].find((name) => privilegeNamed(name, type) === undefined);
    if (unknown !== undefined) return malformed(`Privilege ${String(unknown)} is not applicable to ${type}.`);
    const named = (names: readonly unknown[]) => names.flatMap((name) => privilegeNamed(name, type) ?? []);
    read.push({ principal, add: named(add), remove: named(remove) });
  }
  return proceed(read);
}

function malformed(message: string): Step<never> {
  return refuse(400, 'INVALID_PARAMETER_VALUE', message);
}
