import type { Account, Grant, GrantedPrivilege } from '../../account/account.js';
import type { Where } from './where.js';

/** Adds privileges for everybody on a securable of the first metastore. */
export function withGrantToAll(account: Account, privileges: readonly GrantedPrivilege[], on: string): Account {
  const granted: readonly Grant[] = account.metastores.slice(0, 1).map(({ id }) => grantToAll(id, privileges, on));
  return { ...account, grants: [...account.grants, ...granted] };
}

function grantToAll(metastore: string, privileges: readonly GrantedPrivilege[], on: string): Grant {
  return { metastore, to: everybody, privileges, on };
}

/** The group of all account users. */
export const everybody = 'account users';

/** Requests to models that name one, in the body or in the path. */
export function askingFor(model: string): Where {
  return ({ api, body, path }) => api !== undefined && (body?.['model'] === model || path.includes(`/${model}:`));
}
