import type { Asked } from '../deviation/asked.js';
import type { Fault } from './fault.js';
import { withGrantToAll } from './making/accounts.js';
import { lacking } from './making/callers.js';
import { changeGrants, enforceGrants, only, without } from './making/changed-grants.js';
import { believe } from './making/decide.js';
import { isRecord, remove, rename, replace } from './making/edit.js';
import { answers, edited, respond } from './making/responses.js';
import { onPath } from './making/where.js';

const permissions = onPath(/\/unity-catalog\/permissions\//);
const reading = onPath(/\/unity-catalog\/permissions\//, 'GET');
const effective = onPath(/\/unity-catalog\/effective-permissions\//);

/** Whom a request to change grants names. */
function principalsIn({ body }: Asked): readonly string[] {
  const changes: unknown = body?.['changes'];
  if (!Array.isArray(changes)) return [];
  return changes.filter(isRecord).map(({ principal }) => String(principal));
}

/** Whom a change of grants reaches, who may make it, and how it is shown. */
export const grantEffectFaults: readonly Fault[] = [
  {
    id: 'grants.let-in-forever',
    sentence: 'Who was let in to a model service once is not asked for privileges again.',
    breaks: ['PERM-12', 'PERM-20', 'PERM-21'],
    deviate: () => {
      const known = new Set<string>();
      return lacking((missing, { principal, place: { fullName } }) => {
        const key = `${principal.name} ${fullName}`;
        if (missing.length === 0) known.add(key);
        return known.has(key) ? [] : missing;
      })();
    },
  },
  {
    id: 'grants.kept-out-forever',
    sentence: 'Who was kept out of a model service once is not looked at again.',
    breaks: ['PERM-11', 'PERM-20', 'PERM-21'],
    deviate: () => {
      const known = new Map<string, 'EXECUTE'>();
      return lacking((missing, { principal, place: { fullName } }) => {
        const key = `${principal.name} ${fullName}`;
        if (missing.length > 0) known.set(key, 'EXECUTE');
        return known.has(key) ? ['EXECUTE'] : missing;
      })();
    },
  },
  {
    id: 'grants.revoked-from-everybody',
    sentence: 'A privilege that is revoked from one caller is revoked from whoever holds it there or around it.',
    breaks: ['PERM-05'],
    deviate: enforceGrants((_, { before, after }) => {
      const revoked = only(before, after);
      return without(after, ({ metastore, on, privilege }) =>
        revoked.some(
          (one) => one.metastore === metastore && one.privilege === privilege && `${one.on}.`.startsWith(`${on}.`),
        ),
      );
    }),
  },
  {
    id: 'grants.revoked-with-all-the-rest',
    sentence: 'With one privilege a caller loses all others on the same securable.',
    breaks: ['PERM-20'],
    deviate: changeGrants(({ before, after }) => {
      const revoked = only(before, after);
      return without(after, ({ metastore, to, on }) =>
        revoked.some((one) => one.metastore === metastore && one.to === to && one.on === on),
      );
    }),
  },
  {
    id: 'grants.everybody-manages',
    sentence: 'Anybody may change the grants of a model service.',
    breaks: ['PERM-13'],
    deviate: believe((account) => withGrantToAll(account, ['MANAGE'], 'scratch')),
  },
  {
    id: 'grants.holders-manage',
    sentence: 'Who holds a privilege on a model service may change its grants.',
    breaks: ['PERM-13'],
    deviate: believe((account) => ({
      ...account,
      grants: account.grants.map((grant) =>
        grant.privileges.includes('EXECUTE') ? { ...grant, privileges: [...grant.privileges, 'MANAGE'] } : grant,
      ),
    })),
  },
  {
    id: 'grants.refused-change-shown',
    sentence: 'A caller whose privileges somebody without MANAGE tried to change is no longer shown with any.',
    breaks: ['PERM-13'],
    deviate: () => {
      const hidden = new Set<string>();
      const isShown = (assignment: unknown) => !isRecord(assignment) || !hidden.has(String(assignment['principal']));
      return respond(permissions, (message, asked) => {
        for (const principal of principalsIn(asked)) {
          if (message.status === 403) hidden.add(principal);
          else hidden.delete(principal);
        }
        return edited(
          message,
          replace('$.privilege_assignments', (shown: unknown) =>
            Array.isArray(shown) ? shown.filter(isShown) : shown,
          ),
        );
      })();
    },
  },
  {
    id: 'grants.privileges-as-text',
    sentence: 'The permissions of a model service name the privileges of a principal in one text.',
    breaks: ['MGMT-01'],
    deviate: answers(
      reading,
      replace('$.privilege_assignments[*].privileges', (privileges: unknown) => String(privileges)),
    ),
  },
  {
    id: 'grants.assignments-under-another-name',
    sentence: 'The permissions of a model service stand in another member than the documented one.',
    breaks: ['MGMT-01', 'MGMT-02'],
    deviate: answers(reading, rename('$', 'privilege_assignments', 'assignments')),
  },
  {
    id: 'grants.inherited-from-nowhere',
    sentence: 'Effective permissions do not say from where a privilege is inherited.',
    breaks: ['MGMT-04'],
    deviate: answers(effective, remove('$..inherited_from_type')),
  },
  {
    id: 'grants.inherited-from-the-catalog',
    sentence: 'Effective permissions say of whatever is inherited that it comes from the catalog.',
    breaks: ['MGMT-04'],
    deviate: answers(effective, replace('$..inherited_from_type', 'CATALOG')),
  },
];
