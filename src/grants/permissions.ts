import { isJsonObject, type Json } from '../json/index.js';
import { type Ask, type Reply, succeeded } from './ask.js';
import { type Securable, type WirePrivilege, wirePrivileges } from './securable.js';

/** What a principal holds on a securable itself, without what it inherits; or why that could not be read. */
export type Held =
  | { readonly ok: true; readonly privileges: readonly WirePrivilege[] }
  | { readonly ok: false; readonly reply: Reply };

/** No principal's grants on one securable fill more pages than this; a gateway that says otherwise is not followed. */
const mostPages = 50;

export function permissionsPath({ type, name }: Securable): string {
  return `/api/2.1/unity-catalog/permissions/${type}/${encodeURIComponent(name)}`;
}

/** The body of a PATCH (databricks-sdk-go, `service/catalog`, UpdatePermissions). */
export function changesOf(principal: string, add: readonly WirePrivilege[], remove: readonly WirePrivilege[]): Json {
  return { changes: [{ principal, add: [...add], remove: [...remove] }] };
}

/** Reads to the last page: a page may hold no assignment and still not be the last. */
export async function readHeld(ask: Ask, as: string, securable: Securable, principal: string): Promise<Held> {
  const held = new Set<WirePrivilege>();
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ principal, ...(token === undefined ? {} : { page_token: token }) });
    const reply = await ask({ as, method: 'GET', path: `${permissionsPath(securable)}?${query}` });
    const { body } = reply;
    const assignments = isJsonObject(body) ? (body['privilege_assignments'] ?? []) : undefined;
    if (!succeeded(reply) || !isJsonObject(body) || !Array.isArray(assignments)) return { ok: false, reply };
    for (const privilege of privilegesIn(assignments, principal)) held.add(privilege);
    const next = body['next_page_token'];
    if (typeof next !== 'string' || next === '') return { ok: true, privileges: [...held] };
    token = next;
  }
  const message = `the permissions did not end after ${mostPages} pages`;
  return { ok: false, reply: { status: undefined, body: undefined, message } };
}

function privilegesIn(assignments: readonly Json[], principal: string): readonly WirePrivilege[] {
  return assignments.flatMap((assignment) => {
    if (!isJsonObject(assignment) || !isSame(assignment['principal'], principal)) return [];
    const { privileges } = assignment;
    if (!Array.isArray(privileges)) return [];
    return wirePrivileges.filter((known) => privileges.some((privilege) => nameOf(privilege) === known));
  });
}

/** Names of users are addresses, in which Databricks does not tell upper from lower case. */
function isSame(found: Json | undefined, principal: string): boolean {
  return typeof found === 'string' && found.toLowerCase() === principal.toLowerCase();
}

/** With an underscore or, in some answers, with a space. */
function nameOf(privilege: Json): string {
  return typeof privilege === 'string' ? privilege.toUpperCase().replaceAll(' ', '_') : '';
}
