import { readError } from '../api/index.js';
import type { Problem } from '../problem/index.js';
import type { WireResponse } from '../wire/index.js';
import type { BrokenCredential } from './broken-credential.js';
import type { RunContext } from './context.js';
import type { Used } from './used-by.js';
import { askWho, headerOf } from './who-am-i.js';

/** Looks at the credentials that a plan uses, but for those that are meant to be refused. */
export async function checkIdentities(
  { workspaces, identities }: Used,
  context: RunContext,
): Promise<readonly BrokenCredential[]> {
  const urls = ['home', ...workspaces].flatMap((role) =>
    workspaces.has(role) ? (context.target.workspaces[role]?.url ?? []) : [],
  );
  const checked = await Promise.all(
    [...identities].map(async ([role, origins]) =>
      context.target.identities[role]?.refused === true
        ? []
        : (await checkIdentity(role, origins, urls, context)).broken,
    ),
  );
  return checked.flat();
}

/** What became of a credential that was tried. */
export interface CheckedIdentity {
  readonly broken: readonly BrokenCredential[];
  /** HTTP status of the answer to who the identity is; none when nobody answered, or when there is nowhere to ask. */
  readonly status?: number;
}

export async function checkIdentity(
  role: string,
  origins: ReadonlySet<string>,
  workspaceUrls: readonly string[],
  context: RunContext,
): Promise<CheckedIdentity> {
  const identity = context.target.identities[role];
  if (identity === undefined) return { broken: [] };
  // What is fetched later in the run is fetched now: a token that cannot be had is told before anything is judged.
  const missing = (await Promise.all([...origins].map((origin) => missingToken(role, origin, context)))).flat();
  // A token that is fetched may count where it is going to be sent, and nowhere else.
  const elsewhere = identity.credential.kind === 'pat' ? workspaceUrls[0] : undefined;
  const origin = workspaceUrls.find((url) => origins.has(url)) ?? elsewhere;
  if (origin === undefined || missing.some((one) => one.origin === origin)) return { broken: missing };
  const { response } = await askWho(origin, role, context);
  if (response === undefined) return { broken: missing };
  const { status } = response;
  if (!refusesCredential(response)) return { broken: missing, status };
  const problem: Problem = {
    code: 'target.credential-refused',
    message: `${origin} does not accept the credential of the identity ${role} (HTTP ${status})`,
    fix: `renew ${identity.credential.origin}`,
  };
  return { broken: [{ role, problem }], status };
}

async function missingToken(role: string, origin: string, context: RunContext): Promise<readonly BrokenCredential[]> {
  const token = await context.credentials.token(role, origin, context.signal);
  return token.ok ? [] : token.problems.map((problem) => ({ role, origin, problem }));
}

/**
 * A dead token is a 401, or a 400 or 403 that says so in words (databricks/unity-gateway#84, #98). Any other 403 may be a
 * token that serves inference only, and is for the specs to judge.
 */
export function refusesCredential(response: WireResponse): boolean {
  if (response.status === 401) return true;
  if (response.status !== 400 && response.status !== 403) return false;
  const error = readError(response.body, headerOf(response, 'content-type'));
  return 'message' in error && /invalid (access )?token/i.test(error.message ?? '');
}
