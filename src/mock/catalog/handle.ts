import type { Gateway } from '../gateway/gateway.js';
import { readJson } from '../gateway/read-json.js';
import type { Reply } from '../gateway/reply.js';
import { changePermissions } from './change-permissions.js';
import { listServices, readService } from './list-services.js';
import { readEffectivePermissions, readPermissions } from './permissions.js';
import { findSecurable } from './securable.js';

export const catalogPath = '/api/2.1/unity-catalog/';

/** Answers what the simulated account has of Unity Catalog's REST API; undefined for what it has not. */
export async function handleCatalog(gateway: Gateway, request: Request, url: URL): Promise<Reply | undefined> {
  const [collection = '', ...names] = url.pathname.slice(catalogPath.length).split('/').map(decoded);
  const { method } = request;
  const isList = collection === 'model-services' && names.length <= 1 && method === 'GET';
  const isGrants = collection === 'permissions' && names.length === 2 && ['GET', 'PATCH'].includes(method);
  const isEffective = collection === 'effective-permissions' && names.length === 2 && method === 'GET';
  if (!isList && !isGrants && !isEffective) return undefined;

  const caller = gateway.decisions.authenticate(gateway, request.headers, 'unity-catalog');
  if (caller.done) return caller.reply;
  const workspace = gateway.decisions.identifyWorkspace(gateway, request.headers);
  if (workspace.done) return workspace.reply;
  const account = { ...gateway.account, grants: gateway.grants.current() };
  const { metastore } = workspace.value;
  const viewer = { account, metastore, caller: caller.value };
  if (isList) return names[0] === undefined ? listServices(viewer, url.searchParams) : readService(viewer, names[0]);

  const [type = '', fullName = ''] = names;
  const securable = findSecurable(account, metastore, type, fullName);
  if (securable.done) return securable.reply;
  const principal = url.searchParams.get('principal') ?? undefined;
  const page = { maxResults: url.searchParams.get('max_results'), token: url.searchParams.get('page_token') };
  const asked = { ...viewer, securable: securable.value, principal, page };
  if (isEffective) return readEffectivePermissions(asked);
  if (method === 'GET') return readPermissions(asked);
  const body = await readJson(request);
  if (body.done) return body.reply;
  // While the body was read, another request may have changed the grants.
  const now = { ...account, grants: gateway.grants.current() };
  return changePermissions({ ...asked, account: now }, body.value.value, gateway.grants);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
