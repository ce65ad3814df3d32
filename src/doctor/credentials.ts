import { type BrokenCredential, type CheckedIdentity, checkIdentity, type RunContext } from '../run/index.js';
import type { Identity } from '../target/index.js';
import type { Line } from './diagnosis.js';

export interface CheckedCredentials {
  readonly lines: readonly Line[];
  readonly broken: readonly BrokenCredential[];
}

/** Tries every credential where it will be sent; at home, if nothing says where. */
export async function checkCredentials(
  used: ReadonlyMap<string, ReadonlySet<string>>,
  context: RunContext,
): Promise<CheckedCredentials> {
  const { identities, workspaces } = context.target;
  const home = workspaces['home']?.url;
  const urls = Object.values(workspaces).map(({ url }) => url);
  const inOrder = [...new Set([...(home === undefined ? [] : [home]), ...urls])];
  const checked = await Promise.all(
    Object.entries(identities).map(async ([role, identity]) => {
      const origins = used.get(role) ?? new Set(home === undefined ? [] : [home]);
      return { role, identity, checked: await checkIdentity(role, origins, inOrder, context) };
    }),
  );
  return {
    lines: checked.map(({ role, identity, checked: one }) => lineOf(role, identity, one)),
    broken: checked.flatMap(({ identity, checked: one }) => (identity.refused ? [] : one.broken)),
  };
}

function lineOf(subject: string, identity: Identity, { broken, status }: CheckedIdentity): Line {
  const what = `${kindOf(identity)} of ${identity.credential.origin}`;
  const problem = broken[0]?.problem;
  if (problem?.code === 'target.credential-refused' && identity.refused)
    return { mark: 'fine', subject, found: `refused (HTTP ${status}), as meant: ${what}` };
  if (problem !== undefined) {
    const toDo = problem.fix === undefined ? {} : { toDo: [problem.fix] };
    return { mark: 'untestable', subject, found: problem.message, ...toDo };
  }
  if (identity.refused && status !== undefined) {
    const toDo = ['let it expire or revoke it, or leave `refused` out of the target'];
    return { mark: 'differs', subject, found: `works (HTTP ${status}), and is meant to be refused: ${what}`, toDo };
  }
  if (status === undefined) return { mark: 'unknown', subject, found: `there; nobody says whether it works: ${what}` };
  if (status < 300) return { mark: 'fine', subject, found: `works: ${what}` };
  return {
    mark: 'unknown',
    subject,
    found: `may work: SCIM /Me answers HTTP ${status}, as to a token of a narrow scope; ${what}`,
  };
}

function kindOf({ credential }: Identity): string {
  switch (credential.kind) {
    case 'pat':
      return 'the token';
    case 'client':
      return 'OAuth tokens for the client';
    case 'cli':
      return 'OAuth tokens';
  }
}
