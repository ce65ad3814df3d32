import { isJsonObject, type Json } from '../json/index.js';
import { type Ask, type Reply, succeeded } from './ask.js';

/** One privilege of one principal, as an answer of the permissions API shows it. Nothing in it is trusted. */
export interface Assignment {
  readonly principal: string;
  /** In capitals and with underscores: `USE_CATALOG`. */
  readonly privilege: string;
  /** Where it was granted, when that is not what was asked about. In small letters. */
  readonly inheritedFrom?: { readonly type: string; readonly name: string };
}

/** All pages of an answer, or why they could not be read. */
export type Assignments =
  | { readonly ok: true; readonly assignments: readonly Assignment[] }
  | { readonly ok: false; readonly reply: Reply };

/** Nobody's grants on one securable fill more pages than this; an account that says otherwise is not followed. */
const mostPages = 50;

/** Reads to the last page: a page may hold no assignment and still not be the last. */
export async function readAssignments(
  ask: Ask,
  as: string,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Assignments> {
  const found: Assignment[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ ...parameters, ...(token === undefined ? {} : { page_token: token }) });
    const reply = await ask({ as, method: 'GET', path: `${path}?${query}` });
    const { body } = reply;
    const assignments = isJsonObject(body) ? (body['privilege_assignments'] ?? []) : undefined;
    if (!succeeded(reply) || !isJsonObject(body) || !Array.isArray(assignments)) return { ok: false, reply };
    for (const assignment of assignments) for (const one of assignmentsIn(assignment)) found.push(one);
    const next = body['next_page_token'];
    if (typeof next !== 'string' || next === '') return { ok: true, assignments: found };
    token = next;
  }
  const message = `the permissions did not end after ${mostPages} pages`;
  return { ok: false, reply: { status: undefined, body: undefined, message } };
}

/** What names nobody is left out: a principal that was deleted holds nothing that could be used. */
function assignmentsIn(assignment: Json): readonly Assignment[] {
  if (!isJsonObject(assignment)) return [];
  const { principal, privileges } = assignment;
  if (typeof principal !== 'string' || principal === '' || !Array.isArray(privileges)) return [];
  return privileges.flatMap((privilege: Json) => {
    const name = nameOf(isJsonObject(privilege) ? privilege['privilege'] : privilege);
    return name === undefined ? [] : [{ principal, privilege: name, ...originOf(privilege) }];
  });
}

/** With an underscore or, in some answers, with a space. */
function nameOf(privilege: Json | undefined): string | undefined {
  return typeof privilege === 'string' ? privilege.toUpperCase().replaceAll(' ', '_') : undefined;
}

/** Only effective permissions say where a privilege comes from. */
function originOf(privilege: Json): Pick<Assignment, 'inheritedFrom'> {
  if (!isJsonObject(privilege)) return {};
  const { inherited_from_type: type, inherited_from_name: name } = privilege;
  if (typeof type !== 'string' || typeof name !== 'string' || name === '') return {};
  return { inheritedFrom: { type: type.toLowerCase(), name: name.toLowerCase() } };
}

/** Names of users are addresses, in which Databricks does not tell upper from lower case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
