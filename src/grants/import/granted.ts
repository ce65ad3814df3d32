import { failed, ok, type Problem, type Result } from '../../problem/index.js';
import type { Securable } from '../../securable/index.js';
import type { Ask, Reply } from '../ask.js';
import { effectivePermissionsPath, permissionsPath } from '../permissions.js';
import { type Assignment, readAssignments } from '../read-assignments.js';
import { nameInWords } from '../securable.js';

/** A privilege that somebody was granted, and where. The texts are the account's. */
export interface Grant {
  readonly principal: string;
  /** In capitals and with underscores; any privilege of the account, not only those that querying needs. */
  readonly privilege: string;
  /** What the grant stands on. */
  readonly on: { readonly type: string; readonly name: string };
}

/** What the account says of one securable, in two ways that have to agree. */
export interface Granted {
  readonly securable: Securable;
  /** On the securable itself. */
  readonly direct: readonly Grant[];
  /** With what is inherited. */
  readonly effective: readonly Grant[];
}

/** Who reads them. */
export const importer = 'admin';

/** Pages of the length that the server chooses: calls without pages are going to be refused ("Get Permissions"). */
const inPages = { max_results: '0' };

export async function readGranted(ask: Ask, securable: Securable): Promise<Result<Granted>> {
  const direct = await readAssignments(ask, importer, permissionsPath(securable), inPages);
  if (!direct.ok) return failed(unreadable(securable, direct.reply));
  const effective = await readAssignments(ask, importer, effectivePermissionsPath(securable), inPages);
  if (!effective.ok) return failed(unreadable(securable, effective.reply));
  const grantsOf = (assignments: readonly Assignment[]) =>
    assignments.map(({ principal, privilege, inheritedFrom }) => ({
      principal,
      privilege,
      on: inheritedFrom ?? securable,
    }));
  return ok({ securable, direct: grantsOf(direct.assignments), effective: grantsOf(effective.assignments) });
}

function unreadable(securable: Securable, { status, message }: Reply): Problem {
  return {
    code: 'grants.unreadable',
    message: `what is granted on ${nameInWords(securable)} cannot be read as ${importer}: ${message}`,
    fix: fixFor(status),
  };
}

function fixFor(status: number | undefined): string {
  const choose = 'choose with `--model` the services whose grants it may read';
  switch (status) {
    case 403:
      return `give the identity ${importer} MANAGE on it, or on what contains it, or ${choose}`;
    case 404:
      return `check the full name in the target, or ${choose}`;
    default:
      return `check the credential of the identity ${importer} and the workspace, and try again`;
  }
}
