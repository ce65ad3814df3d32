import { readError } from '../api/index.js';
import { type Plan, senderOf } from '../plan/index.js';
import type { Problem } from '../problem/index.js';
import { authorization, type Identity, resolveRoute, type Target } from '../target/index.js';
import type { Exchange, WireClient, WireFault } from '../wire/index.js';

/** Who am I: needs a valid credential, costs no tokens, and says which workspace a URL belongs to. */
const whoAmI = '/api/2.0/preview/scim/v2/Me';

/**
 * Looks, before anything is judged, whether what the plan uses of the target is there: every URL answers, every
 * credential is taken, every workspace URL is the workspace that the target says. All problems at once.
 */
export async function preflight(plan: Plan, target: Target, client: WireClient, signal: AbortSignal): Promise<readonly Problem[]> {
  const used = usedBy(plan);
  const workspaces = await Promise.all([...used.workspaces].map((role) => checkWorkspace(target, role, client, signal)));
  const account = used.accountUrl && target.accountUrl !== undefined ? await checkAccountUrl(target.accountUrl, client, signal) : [];
  const reached = [...workspaces.flat(), ...account];
  // A credential cannot be told from a silent host.
  if (reached.length > 0) return reached;
  const identities = await Promise.all([...used.identities].map((role) => checkIdentity(target, role, client, signal)));
  return identities.flat();
}

interface Used {
  readonly workspaces: ReadonlySet<string>;
  readonly identities: ReadonlySet<string>;
  readonly accountUrl: boolean;
}

function usedBy(plan: Plan): Used {
  const senders = plan.instances
    .filter(({ skip }) => skip === undefined)
    .flatMap(({ case: item, bindings }) => {
      const parts = item.body.kind === 'steps' ? item.body.steps : item.body.sides;
      return [...parts, ...item.finally].map(({ action }) => senderOf(action, bindings));
    });
  return {
    workspaces: new Set(senders.map(({ workspace }) => workspace)),
    identities: new Set(senders.filter(({ auth }) => auth !== 'none' && auth !== 'invalid').map(({ identity }) => identity)),
    accountUrl: senders.some(({ route }) => route === 'workspace-header'),
  };
}

async function checkWorkspace(target: Target, role: string, client: WireClient, signal: AbortSignal): Promise<readonly Problem[]> {
  const workspace = target.workspaces[role];
  if (workspace === undefined) return [];
  const identity = target.identities['default'];
  const exchange = await ask(workspace.url, identity, client, signal);
  if (exchange.fault !== undefined) return [unreachable(`the workspace ${role} at ${workspace.url}`, exchange.fault)];
  const answered = exchange.response?.headers.find(([name]) => name.toLowerCase() === 'x-databricks-org-id')?.[1];
  if (answered === undefined || workspace.id === undefined || answered === workspace.id) return [];
  return [
    {
      code: 'target.other-workspace',
      message: `${workspace.url} says that it is the workspace ${answered.slice(0, 40)}, but the target calls it ${role} with the id ${workspace.id}`,
      fix: 'correct the url or the id in the target',
    },
  ];
}

async function checkAccountUrl(url: string, client: WireClient, signal: AbortSignal): Promise<readonly Problem[]> {
  const { fault } = await ask(url, undefined, client, signal);
  return fault === undefined ? [] : [unreachable(`the account-level URL ${url}`, fault)];
}

async function checkIdentity(target: Target, role: string, client: WireClient, signal: AbortSignal): Promise<readonly Problem[]> {
  const identity = target.identities[role];
  const route = resolveRoute(target, 'workspace-url', 'home');
  if (identity === undefined || identity.refused || route.kind === 'missing') return [];
  const { response } = await ask(route.origin, identity, client, signal);
  if (response === undefined || !refusesCredential(response)) return [];
  return [
    {
      code: 'target.credential-refused',
      message: `${route.origin} does not accept the credential of the identity ${role} (HTTP ${response.status})`,
      fix: `renew ${identity.credential.origin}`,
    },
  ];
}

/**
 * A dead token is a 401, or a 400 or 403 that says so in words (databricks/unity-gateway#84, #98). Any other 403 may be a
 * token that serves inference only, and is for the specs to judge.
 */
function refusesCredential(response: NonNullable<Exchange['response']>): boolean {
  if (response.status === 401) return true;
  if (response.status !== 400 && response.status !== 403) return false;
  const contentType = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const error = readError(response.body, contentType);
  return 'message' in error && /invalid (access )?token/i.test(error.message ?? '');
}

function ask(origin: string, identity: Identity | undefined, client: WireClient, signal: AbortSignal): Promise<Exchange> {
  const headers: [string, string][] = identity === undefined ? [] : [['Authorization', authorization(identity.credential, 'bearer')]];
  return client.send({ method: 'GET', url: `${origin}${whoAmI}`, headers }, signal);
}

function unreachable(what: string, fault: WireFault): Problem {
  const tls = fault.code === 'tls';
  return {
    code: tls ? 'target.tls' : 'target.unreachable',
    message: `${what} ${tls ? 'cannot be trusted' : 'cannot be reached'}: ${fault.message}`,
    fix: tls ? 'check the name in the URL, or name the authority in NODE_EXTRA_CA_CERTS' : 'check the URL, the network and the proxy variables',
  };
}
