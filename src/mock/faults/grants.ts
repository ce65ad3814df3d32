import type { Grant } from '../account/account.js';
import type { GrantBook } from '../account/grant-book.js';
import type { Fault } from './fault.js';
import { changeGrants } from './making/changed-grants.js';
import { keepGrants } from './making/decide.js';
import { remove, replace } from './making/edit.js';
import { answers, statuses } from './making/responses.js';
import { onPath } from './making/where.js';

const reading = onPath(/\/unity-catalog\/permissions\//, 'GET');
const changing = onPath(/\/unity-catalog\/permissions\//, 'PATCH');
const readingEffective = onPath(/\/unity-catalog\/effective-permissions\//, 'GET');

/** Lets the gateway go by other grants than the catalog shows. */
function inForce(change: (now: readonly Grant[], first: readonly Grant[]) => readonly Grant[]): Fault['deviate'] {
  return keepGrants((grants: GrantBook) => {
    const first = grants.inForce();
    return { ...grants, inForce: () => change(grants.inForce(), first) };
  });
}

const countOf = (grants: readonly Grant[]) => grants.reduce((sum, { privileges }) => sum + privileges.length, 0);
const keyOf = ({ metastore, to, on }: Grant) => `${metastore} ${to} ${on}`;

export const grantFaults: readonly Fault[] = [
  {
    id: 'grants.changes-never-reach-the-gateway',
    sentence: 'The catalog shows what was changed of grants, and the gateway never follows.',
    breaks: ['PERM-11', 'PERM-12', 'PERM-21'],
    deviate: inForce((_, first) => first),
  },
  {
    id: 'grants.revocations-never-reach-the-gateway',
    sentence: 'The gateway follows what is granted, and not what is revoked.',
    breaks: ['PERM-12', 'PERM-20', 'PERM-21'],
    deviate: inForce((now, first) => [...now, ...first]),
  },
  {
    id: 'grants.added-ones-never-reach-the-gateway',
    sentence: 'The gateway follows what is revoked, and not what is granted.',
    breaks: ['PERM-11', 'PERM-21'],
    deviate: keepGrants((grants) => {
      let allowed = grants.inForce();
      return {
        ...grants,
        inForce() {
          const now = new Map(grants.inForce().map((grant) => [keyOf(grant), grant]));
          allowed = allowed.flatMap((grant) => {
            const left = now.get(keyOf(grant))?.privileges ?? [];
            const privileges = grant.privileges.filter((privilege) => left.includes(privilege));
            return privileges.length === 0 ? [] : [{ ...grant, privileges }];
          });
          return allowed;
        },
      };
    }),
  },
  {
    id: 'grants.nothing-is-added',
    sentence: 'A change of grants that adds privileges is answered with success, and forgotten.',
    breaks: ['MGMT-02', 'PERM-11'],
    deviate: changeGrants(({ before, after: next }) => (countOf(next) > countOf(before) ? before : next)),
  },
  {
    id: 'grants.nothing-is-removed',
    sentence: 'A change of grants that removes privileges is answered with success, and forgotten.',
    breaks: ['MGMT-03', 'PERM-12'],
    deviate: changeGrants(({ before, after: next }) => (countOf(next) < countOf(before) ? before : next)),
  },
  {
    id: 'grants.revoking-takes-what-is-inherited',
    sentence: 'Who loses EXECUTE on a service loses it on the schema as well.',
    breaks: ['PERM-20'],
    deviate: changeGrants(({ before, after: next }) => {
      const lost = before.filter((grant) => {
        const left = next.find((one) => keyOf(one) === keyOf(grant))?.privileges ?? [];
        return grant.privileges.includes('EXECUTE') && !left.includes('EXECUTE');
      });
      return next.map((grant) =>
        lost.some(({ to, on }) => to === grant.to && on.startsWith(`${grant.on}.`))
          ? { ...grant, privileges: grant.privileges.filter((privilege) => privilege !== 'EXECUTE') }
          : grant,
      );
    }),
  },
  {
    id: 'grants.refused-change-told-as-done',
    sentence: 'Who is not allowed to change grants is told that it was done.',
    breaks: ['PERM-13'],
    deviate: statuses(changing, 403, 200),
  },
  {
    id: 'grants.refused-change-as-500',
    sentence: 'Who is not allowed to change grants gets an internal error.',
    breaks: ['PERM-13'],
    deviate: statuses(changing, 403, 500),
  },
  {
    id: 'grants.principals-not-told',
    sentence: 'The permissions of a service do not name their principals.',
    breaks: ['MGMT-01'],
    deviate: answers(reading, remove('$.privilege_assignments[*].principal')),
  },
  {
    id: 'grants.privileges-misnamed',
    sentence: 'The permissions of a service name no privileges but NONE.',
    breaks: ['MGMT-02'],
    deviate: answers(reading, replace('$.privilege_assignments[*].privileges', ['NONE'])),
  },
  {
    id: 'grants.effective-ones-are-the-own-ones',
    sentence: 'Effective permissions leave out what is inherited.',
    breaks: ['MGMT-04'],
    deviate: answers(readingEffective, remove('$.privilege_assignments[*].privileges[?@.inherited_from_name]')),
  },
  {
    id: 'grants.permissions-under-another-type',
    sentence: 'The permissions of a model service under the type of models are an internal error.',
    breaks: ['MGMT-05'],
    deviate: statuses(onPath(/\/unity-catalog\/permissions\/model\//), 400, 500),
  },
];
