import type { Plan } from '../plan/index.js';
import type { Problem } from '../problem/index.js';
import type { WireFault, WireResponse } from '../wire/index.js';
import type { BrokenCredential } from './broken-credential.js';
import { checkIdentities } from './check-identities.js';
import type { RunContext } from './context.js';
import { usedBy } from './used-by.js';
import { askWho, headerOf } from './who-am-i.js';

/** What is wrong with a target before anything is judged. */
export interface Preflight {
  /** For these nothing can be run. */
  readonly problems: readonly Problem[];
  /** What needs one of these cannot be run. */
  readonly broken: readonly BrokenCredential[];
}

/**
 * Looks, before anything is judged, whether what the plan uses of the target is there: every URL answers, every
 * credential is taken, every workspace URL is the workspace that the target says. All problems at once.
 */
export async function preflight(plan: Plan, context: RunContext): Promise<Preflight> {
  const used = usedBy(plan, context.target);
  const reached = await Promise.all([
    ...[...used.workspaces].map((role) => checkWorkspace(role, context)),
    ...(used.accountUrl ? [checkAccountUrl(context)] : []),
  ]);
  const problems = reached.flat();
  // A credential cannot be told from a silent host.
  const broken = problems.length === 0 ? await checkIdentities(used, context) : [];
  // What an interruption cut off says nothing about the target.
  return context.signal.aborted ? { problems: [], broken: [] } : { problems, broken };
}

async function checkWorkspace(role: string, context: RunContext): Promise<readonly Problem[]> {
  return (await lookAtWorkspace(role, context)).problems;
}

/** What a URL of the target showed of itself. */
export interface SeenUrl {
  readonly problems: readonly Problem[];
  /** HTTP status of the answer; none when there was no answer. */
  readonly status?: number;
  /** The id of the workspace that it says it is. */
  readonly workspaceId?: string;
}

export async function lookAtWorkspace(role: string, context: RunContext): Promise<SeenUrl> {
  const { workspaces, identities } = context.target;
  const workspace = workspaces[role];
  if (workspace === undefined) return { problems: [] };
  const who = Object.hasOwn(identities, 'default') ? 'default' : undefined;
  const { fault, response } = await askWho(workspace.url, who, context);
  if (isSilent(fault)) return { problems: [unreachable(`the workspace ${role} at ${workspace.url}`, fault)] };
  const answered = response === undefined ? undefined : idIn(response, context);
  const seen = {
    ...(response === undefined ? {} : { status: response.status }),
    ...(answered === undefined ? {} : { workspaceId: answered }),
  };
  if (answered === undefined || workspace.id === undefined || answered === workspace.id)
    return { ...seen, problems: [] };
  const problems: readonly Problem[] = [
    {
      code: 'target.other-workspace',
      message: `${workspace.url} says that it is the workspace ${answered}, but the target calls it ${role} with the id ${workspace.id}`,
      fix: 'correct the url or the id in the target',
    },
  ];
  return { ...seen, problems };
}

/** What a gateway echoes here must not be half of a secret, which nobody recognises later: redacted first, then cut. */
function idIn(response: WireResponse, { redactor }: RunContext): string | undefined {
  const id = headerOf(response, 'x-databricks-org-id');
  return id === undefined ? undefined : redactor.text(id).slice(0, 40);
}

async function checkAccountUrl(context: RunContext): Promise<readonly Problem[]> {
  return (await lookAtAccountUrl(context)).problems;
}

export async function lookAtAccountUrl(context: RunContext): Promise<SeenUrl> {
  const url = context.target.accountUrl;
  if (url === undefined) return { problems: [] };
  const { fault, response } = await askWho(url, undefined, context);
  const problems = isSilent(fault) ? [unreachable(`the account-level URL ${url}`, fault)] : [];
  return { problems, ...(response === undefined ? {} : { status: response.status }) };
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
