import type { Json } from '../json/index.js';
import type { Securable } from '../securable/index.js';
import type { Ask, Reply } from './ask.js';
import { isSameName, readAssignments } from './read-assignments.js';
import { type WirePrivilege, wirePrivileges } from './securable.js';

/** What a principal holds on a securable itself, without what it inherits; or why that could not be read. */
export type Held =
  | { readonly ok: true; readonly privileges: readonly WirePrivilege[] }
  | { readonly ok: false; readonly reply: Reply };

export function permissionsPath({ type, name }: Securable): string {
  return `/api/2.1/unity-catalog/permissions/${type}/${encodeURIComponent(name)}`;
}

/** The same with what is inherited. */
export function effectivePermissionsPath({ type, name }: Securable): string {
  return `/api/2.1/unity-catalog/effective-permissions/${type}/${encodeURIComponent(name)}`;
}

/** The body of a PATCH (databricks-sdk-go, `service/catalog`, UpdatePermissions). */
export function changesOf(principal: string, add: readonly WirePrivilege[], remove: readonly WirePrivilege[]): Json {
  return { changes: [{ principal, add: [...add], remove: [...remove] }] };
}

export async function readHeld(ask: Ask, as: string, securable: Securable, principal: string): Promise<Held> {
  const read = await readAssignments(ask, as, permissionsPath(securable), { principal });
  if (!read.ok) return read;
  const own = read.assignments.filter((assignment) => isSameName(assignment.principal, principal));
  return { ok: true, privileges: wirePrivileges.filter((known) => own.some(({ privilege }) => privilege === known)) };
}
