import type { Principal, Warehouse } from '../account/account.js';
import { authenticate } from '../gateway/authenticate.js';
import type { Gateway } from '../gateway/gateway.js';
import { identifyWorkspace } from '../gateway/identify-workspace.js';
import { type Reply, refuse } from '../gateway/reply.js';

const warehousesPath = '/api/2.0/sql/warehouses';

/** The scope of OAuth tokens that opens the APIs of SQL. */
export const sqlScope = 'sql';

/** Answers `GET /api/2.0/sql/warehouses/{id}`; undefined for anything else. */
export function warehouseApi(gateway: Gateway, request: Request): Reply | undefined {
  const { pathname } = new URL(request.url);
  const id = pathname.startsWith(`${warehousesPath}/`) ? pathname.slice(warehousesPath.length + 1) : '';
  if (id === '' || request.method !== 'GET') return undefined;
  const caller = authenticate(gateway, request.headers, sqlScope);
  if (caller.done) return caller.reply;
  const workspace = identifyWorkspace(gateway, request.headers);
  if (workspace.done) return workspace.reply;
  const { name: home } = workspace.value;
  const warehouse = gateway.account.warehouses.find((one) => one.id === id && one.workspace === home);
  if (warehouse === undefined)
    return refuse(404, 'RESOURCE_DOES_NOT_EXIST', `SQL warehouse ${id} does not exist.`).reply;
  return mayUse(warehouse, caller.value) ? { kind: 'answer', body: described(warehouse) } : notYours(id).reply;
}

export function mayUse({ users }: Warehouse, { name, groups }: Principal): boolean {
  return users.includes(name) || groups.some((group) => users.includes(group));
}

export function notYours(id: string): ReturnType<typeof refuse> {
  return refuse(403, 'PERMISSION_DENIED', `You do not have permission to use the SQL warehouse ${id}.`);
}

function described({ id, name, kind }: Warehouse): object {
  const serverless = kind === 'serverless';
  return {
    id,
    name,
    state: 'RUNNING',
    warehouse_type: serverless ? 'PRO' : 'CLASSIC',
    enable_serverless_compute: serverless,
  };
}
