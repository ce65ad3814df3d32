import { type BrokenCredential, type Looked, lookAtGrants, type RunContext } from '../run/index.js';
import type { Target } from '../target/index.js';
import type { Line } from './diagnosis.js';

/** The identities that specs change grants with: one changes those of the other. */
const admin = 'admin';
const grantee = 'grantee';

/** Whether specs may change grants: which services they may do it on, who does it, and whether the account lets them. */
export async function lookAtScratchServices(
  broken: readonly BrokenCredential[],
  context: RunContext,
): Promise<readonly Line[]> {
  const { models, identities } = context.target;
  const scratch = Object.entries(models).filter(([, model]) => model.scratch === true);
  if (scratch.length === 0)
    return [{ mark: 'unknown', subject: 'scratch services', found: 'none: no grant is changed' }];
  const principal = identities[grantee]?.principal;
  const usable = Object.hasOwn(identities, admin) && !broken.some(({ role }) => role === admin);
  const lines = scratch.map(async ([subject, { fqn }]): Promise<Line> => {
    if (!usable || principal === undefined)
      return { mark: 'unknown', subject, found: `${fqn}: not asked, for want of ${usable ? grantee : admin}` };
    return { subject, ...wordsOf(fqn, await lookAtGrants(fqn, principal, context)) };
  });
  return [...(await Promise.all(lines)), adminLine(context.target, usable), granteeLine(context.target)];
}

function wordsOf(fqn: string, looked: readonly Looked[]): Omit<Line, 'subject'> {
  const wrong = looked.flatMap((one) => (one.kind === 'there' ? [] : [one]));
  if (wrong.length === 0)
    return { mark: 'fine', found: `${fqn}: ${admin} reads the grants on it, on its schema and on its catalog` };
  const reasons = wrong.map(({ reason }) => reason);
  if (wrong.every(({ kind }) => kind === 'unanswered'))
    return { mark: 'untestable', found: `${fqn}: no answer`, toDo: reasons };
  const advice = `give ${admin} MANAGE on the catalog, or on all three, or leave \`scratch: true\` out of the target`;
  return { mark: 'differs', found: `${fqn}: ${admin} may not read the grants`, toDo: [...reasons, advice] };
}

function adminLine({ identities }: Target, usable: boolean): Line {
  if (usable) return { mark: 'fine', subject: admin, found: 'there, and changes grants' };
  const found = Object.hasOwn(identities, admin)
    ? 'the credential cannot be used: no grant is changed'
    : 'no such identity: no grant is changed';
  return { mark: 'unknown', subject: admin, found };
}

function granteeLine({ identities }: Target): Line {
  const principal = identities[grantee]?.principal;
  if (principal !== undefined)
    return { mark: 'fine', subject: grantee, found: `there, and is ${principal} to Unity Catalog` };
  const found = Object.hasOwn(identities, grantee)
    ? 'the target does not say its `principal`: no grant is changed'
    : 'no such identity: no grant is changed';
  return { mark: 'unknown', subject: grantee, found };
}
