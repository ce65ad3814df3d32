import { randomUUID } from 'node:crypto';
import { type HttpHandler, http } from 'msw';
import { catalogPath, handleCatalog } from '../catalog/handle.js';
import { deviating, type Hooks } from '../deviation/hooks.js';
import { statementApi } from '../sql/statement-api.js';
import { warehouseApi } from '../sql/warehouse-api.js';
import type { Gateway } from './gateway.js';
import { listModels, listModelsPath } from './list-models.js';
import { messageOf } from './message.js';
import { hostMetadata, hostMetadataPath, oidcPath, serverMetadata } from './oauth-metadata.js';
import { issueToken } from './oauth-token.js';
import { queryModel } from './query-model.js';
import { readUpstreamLog, upstreamLogPath } from './read-upstream-log.js';
import type { Reply } from './reply.js';
import { toResponse } from './to-response.js';
import { whoAmI, whoAmIPath } from './who-am-i.js';

/**
 * The gateway of one origin as msw handlers: one for all model APIs, one for the rest, because `getResponse` tries
 * handlers one by one and each costs microseconds. Predicates are functions, because msw compiles a path pattern anew at
 * every request.
 */
export function handlersOf(gateway: Gateway, hooks: Hooks): readonly HttpHandler[] {
  return [
    http.all(
      ({ request }) => pathOf(request).startsWith('/ai-gateway/'),
      async ({ request }) => {
        const requestId = randomUUID();
        const answer = async () => messageOf(await modelApi(asInForce(gateway), request, requestId), requestId);
        return toResponse(await deviating(hooks, request, answer));
      },
    ),
    http.all(
      () => true,
      async ({ request }) => {
        const answer = async () => messageOf(await workspaceApi(gateway, request), randomUUID());
        return toResponse(await deviating(hooks, request, answer));
      },
    ),
  ];
}

/** The gateway goes by the grants that have reached it. */
function asInForce(gateway: Gateway): Gateway {
  return { ...gateway, account: { ...gateway.account, grants: gateway.grants.inForce() } };
}

async function modelApi(gateway: Gateway, request: Request, requestId: string): Promise<Reply> {
  const url = new URL(request.url);
  if (url.pathname === listModelsPath && request.method === 'GET') return listModels(gateway, request.headers);
  return queryModel(gateway, request, url, requestId);
}

async function workspaceApi(gateway: Gateway, request: Request): Promise<Reply> {
  const { origin, pathname: path } = new URL(request.url);
  const reads = request.method === 'GET';
  const oidc = oidcPath(gateway);
  if (reads && path === hostMetadataPath) return hostMetadata(gateway, origin);
  if (reads && path === `${oidc}/.well-known/oauth-authorization-server`) return serverMetadata(gateway, origin);
  if (request.method === 'POST' && path === `${oidc}/v1/token`) return issueToken(gateway, request);
  if (reads && path === whoAmIPath) return whoAmI(gateway, request.headers);
  if (reads && path.startsWith(upstreamLogPath)) {
    return readUpstreamLog(gateway, request.headers, path.slice(upstreamLogPath.length));
  }
  const ofStatements = await statementApi(asInForce(gateway), request);
  if (ofStatements !== undefined) return ofStatements;
  const ofWarehouses = warehouseApi(gateway, request);
  if (ofWarehouses !== undefined) return ofWarehouses;
  const ofCatalog = path.startsWith(catalogPath)
    ? await handleCatalog(gateway, request, new URL(request.url))
    : undefined;
  if (ofCatalog !== undefined) return ofCatalog;
  const message = `No API found for '${request.method} ${path}'`;
  return { kind: 'error', status: 404, code: 'ENDPOINT_NOT_FOUND', message };
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}
