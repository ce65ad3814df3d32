import { readError } from '../api/index.js';
import type { Plan } from '../plan/index.js';
import type { Problem } from '../problem/index.js';
import { authorization, type Identity } from '../target/index.js';
import { defaultRetryPolicy, type Exchange, type WireFault, type WireResponse } from '../wire/index.js';
import { sendWithRetry } from '../wire/sending.js';
import type { RunContext } from './context.js';
import { type Used, usedBy } from './used-by.js';

/** Who am I: needs a valid credential, costs no tokens, and says which workspace a URL belongs to. */
const whoAmI = '/api/2.0/preview/scim/v2/Me';

/** A connection that fails once is no reason to give a run up; somebody is waiting to be told of one that always does. */
const patience = { ...defaultRetryPolicy, attempts: 2, budgetMs: 2_000 };

/**
 * Looks, before anything is judged, whether what the plan uses of the target is there: every URL answers, every
 * credential is taken, every workspace URL is the workspace that the target says. All problems at once.
 */
export async function preflight(plan: Plan, context: RunContext): Promise<readonly Problem[]> {
  const used = usedBy(plan);
  const reached = await Promise.all([
    ...[...used.workspaces].map((role) => checkWorkspace(role, context)),
    ...(used.accountUrl ? [checkAccountUrl(context)] : []),
  ]);
  const problems = reached.flat();
  // A credential cannot be told from a silent host.
  if (problems.length === 0) problems.push(...(await checkIdentities(used, context)));
  // What an interruption cut off says nothing about the target.
  return context.signal.aborted ? [] : problems;
}

async function checkWorkspace(role: string, context: RunContext): Promise<readonly Problem[]> {
  const workspace = context.target.workspaces[role];
  if (workspace === undefined) return [];
  const { fault, response } = await ask(workspace.url, context.target.identities['default'], context);
  if (isSilent(fault)) return [unreachable(`the workspace ${role} at ${workspace.url}`, fault)];
  const answered = response === undefined ? undefined : headerOf(response, 'x-databricks-org-id');
  if (answered === undefined || workspace.id === undefined || answered === workspace.id) return [];
  return [
    {
      code: 'target.other-workspace',
      message: `${workspace.url} says that it is the workspace ${answered.slice(0, 40)}, but the target calls it ${role} with the id ${workspace.id}`,
      fix: 'correct the url or the id in the target',
    },
  ];
}

async function checkAccountUrl(context: RunContext): Promise<readonly Problem[]> {
  const url = context.target.accountUrl;
  if (url === undefined) return [];
  const { fault } = await ask(url, undefined, context);
  return isSilent(fault) ? [unreachable(`the account-level URL ${url}`, fault)] : [];
}

async function checkIdentities({ workspaces, identities }: Used, context: RunContext): Promise<readonly Problem[]> {
  const workspace = workspaces.has('home') ? 'home' : [...workspaces][0];
  const origin = workspace === undefined ? undefined : context.target.workspaces[workspace]?.url;
  if (origin === undefined) return [];
  const problems = await Promise.all([...identities].map((role) => checkIdentity(role, origin, context)));
  return problems.flat();
}

async function checkIdentity(role: string, origin: string, context: RunContext): Promise<readonly Problem[]> {
  const identity = context.target.identities[role];
  if (identity === undefined || identity.refused) return [];
  const { response } = await ask(origin, identity, context);
  if (response === undefined || !refusesCredential(response)) return [];
  return [
    {
      code: 'target.credential-refused',
      message: `${origin} does not accept the credential of the identity ${role} (HTTP ${response.status})`,
      fix: `renew ${identity.credential.origin}`,
    },
  ];
}

/**
 * A dead token is a 401, or a 400 or 403 that says so in words (databricks/unity-gateway#84, #98). Any other 403 may be a
 * token that serves inference only, and is for the specs to judge.
 */
function refusesCredential(response: WireResponse): boolean {
  if (response.status === 401) return true;
  if (response.status !== 400 && response.status !== 403) return false;
  const error = readError(response.body, headerOf(response, 'content-type'));
  return 'message' in error && /invalid (access )?token/i.test(error.message ?? '');
}

async function ask(origin: string, identity: Identity | undefined, context: RunContext): Promise<Exchange> {
  const { client, clock, signal, userAgent } = context;
  const headers: [string, string][] = [['User-Agent', userAgent]];
  if (identity !== undefined) headers.push(['Authorization', authorization(identity.credential, 'bearer')]);
  const request = { method: 'GET', url: `${origin}${whoAmI}`, headers };
  const attempts = await sendWithRetry(client, request, patience, signal, clock);
  return (attempts.at(-1) as (typeof attempts)[number]).exchange;
}

/** Something that answers, however badly, is there; what it does wrong is for the specs to judge. */
function isSilent(fault: WireFault | undefined): fault is WireFault {
  return fault?.beforeResponse === true;
}

function unreachable(what: string, fault: WireFault): Problem {
  const tls = fault.code === 'tls';
  return {
    code: tls ? 'target.tls' : 'target.unreachable',
    message: `${what} ${tls ? 'cannot be trusted' : 'cannot be reached'}: ${fault.message}`,
    fix: tls
      ? 'check the name in the URL, or name the authority in NODE_EXTRA_CA_CERTS'
      : 'check the URL, the network and the proxy variables',
  };
}

function headerOf(response: WireResponse, wanted: string): string | undefined {
  return response.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
