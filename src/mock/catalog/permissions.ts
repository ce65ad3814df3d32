import type { Account, Principal } from '../account/account.js';
import type { Reply } from '../gateway/reply.js';
import { type Page, pageOf } from './page-assignments.js';
import { applicableTo, wireName } from './privilege-names.js';
import { mayManage, type Securable, titles } from './securable.js';

export interface Asked {
  /** With the grants that the catalog holds. */
  readonly account: Account;
  readonly metastore: string;
  readonly caller: Principal;
  readonly securable: Securable;
  /** The only principal that is asked about, if one is. */
  readonly principal: string | undefined;
  readonly page: Page;
}

/** What is granted on the securable itself (databricks-sdk-go, `service/catalog`, Grants.Get). */
export function readPermissions(asked: Asked): Reply {
  const { account, metastore, securable, principal, page } = asked;
  if (!maySee(asked)) return managesNot(securable);
  const assignments = account.grants
    .filter((grant) => grant.metastore === metastore && grant.on === securable.fullName)
    .filter(({ to }) => principal === undefined || to === principal)
    .map(({ to, privileges }) => ({ principal: to, privileges: privileges.map(wireName) }));
  return pageOf(assignments, page);
}

/** The same with what is inherited, each privilege with the place that it comes from (Grants.GetEffective). */
export function readEffectivePermissions(asked: Asked): Reply {
  const { account, metastore, securable, principal, page } = asked;
  if (!maySee(asked)) return managesNot(securable);
  const names = securable.way.map(({ name }) => name);
  const grants = account.grants
    .filter((grant) => grant.metastore === metastore && names.includes(grant.on))
    .filter(({ to }) => principal === undefined || holdersFor(account, principal).includes(to));
  const assignments = [...new Set(grants.map(({ to }) => to))].map((to) => ({
    principal: to,
    privileges: grants
      .filter((grant) => grant.to === to)
      .flatMap((grant) =>
        grant.privileges
          .filter((privilege) => applicableTo(securable.type).includes(privilege))
          .map((privilege) => ({ privilege: wireName(privilege), ...inheritedFrom(securable, grant.on) })),
      ),
  }));
  return pageOf(
    assignments.filter(({ privileges }) => privileges.length > 0),
    page,
  );
}

function inheritedFrom({ fullName, way }: Securable, on: string): object {
  const type = way.find(({ name }) => name === on)?.type;
  return on === fullName ? {} : { inherited_from_type: type?.toUpperCase(), inherited_from_name: on };
}

function holdersFor({ principals }: Account, name: string): readonly string[] {
  return [name, ...(principals.find((principal) => principal.name === name)?.groups ?? [])];
}

/** Everybody may see what is granted to themselves. What a live account shows to whom beyond that is not public. */
function maySee({ account, metastore, caller, securable, principal }: Asked): boolean {
  return principal === caller.name || mayManage(account, metastore, caller, securable);
}

export function managesNot({ type, fullName }: Securable): Reply {
  const message = `User does not have MANAGE on ${titles[type]} '${fullName}'.`;
  return { kind: 'error', status: 403, code: 'PERMISSION_DENIED', message };
}
