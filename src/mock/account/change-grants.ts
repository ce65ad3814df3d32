import type { Grant, GrantedPrivilege } from './account.js';

/** A change of what one principal holds on one securable. */
export interface GrantsChange {
  readonly metastore: string;
  readonly to: string;
  readonly on: string;
  readonly add: readonly GrantedPrivilege[];
  readonly remove: readonly GrantedPrivilege[];
}

/** The grants after a change. Nobody holds a privilege twice; a grant of nothing is none. */
export function changedGrants(
  grants: readonly Grant[],
  { metastore, to, on, add, remove }: GrantsChange,
): readonly Grant[] {
  const isMeant = (grant: Grant) => grant.metastore === metastore && grant.to === to && grant.on === on;
  const before = grants.filter(isMeant).flatMap(({ privileges }) => privileges);
  const privileges = [...new Set([...before, ...add])].filter((privilege) => !remove.includes(privilege));
  const others = grants.filter((grant) => !isMeant(grant));
  return privileges.length === 0 ? others : [...others, { metastore, to, on, privileges }];
}
