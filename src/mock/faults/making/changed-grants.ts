import type { Grant, GrantedPrivilege } from '../../account/account.js';
import type { Deviate } from '../../deviation/deviation.js';
import { keepGrants } from './decide.js';

type Grants = readonly Grant[];

/** A change of grants: what stood and what was asked for. */
interface Change {
  readonly before: Grants;
  readonly after: Grants;
}

/** Makes another change of grants than the one that was asked for. */
export function changeGrants(kept: (change: Change) => Grants): Deviate {
  return keepGrants((book) => ({
    ...book,
    change: (after) => book.change(kept({ before: book.current(), after })),
  }));
}

/** Shows changes of grants as they were asked for, and goes by others. */
export function enforceGrants(rule: (inForce: Grants, change: Change) => Grants): Deviate {
  return keepGrants((book) => {
    let inForce = book.inForce();
    return {
      ...book,
      inForce: () => inForce,
      change(after) {
        inForce = rule(inForce, { before: book.current(), after });
        book.change(after);
      },
    };
  });
}

/** One privilege of one principal on one securable. */
interface Held extends Omit<Grant, 'privileges'> {
  readonly privilege: GrantedPrivilege;
}

/** What the one list has and the other has not. */
export function only(one: Grants, other: Grants): readonly Held[] {
  return one
    .flatMap(({ privileges, ...grant }) => privileges.map((privilege) => ({ ...grant, privilege })))
    .filter((held) => !holds(other, held));
}

/** The grants without some of what is held by them. */
export function without(grants: Grants, isMeant: (held: Held) => boolean): Grants {
  return grants
    .map(({ privileges, ...grant }) => ({
      ...grant,
      privileges: privileges.filter((privilege) => !isMeant({ ...grant, privilege })),
    }))
    .filter(({ privileges }) => privileges.length > 0);
}

export function holds(grants: Grants, { metastore, to, on, privilege }: Held): boolean {
  return grants.some(
    (grant) =>
      grant.metastore === metastore && grant.to === to && grant.on === on && grant.privileges.includes(privilege),
  );
}
