import { randomUUID } from 'node:crypto';
import { type HttpHandler, http } from 'msw';
import type { Gateway } from './gateway.js';
import { queryModel } from './query-model.js';
import { type Reply, toResponse } from './reply.js';
import { whoAmI, whoAmIPath } from './who-am-i.js';

/**
 * The gateway of one origin as msw handlers: one for all model APIs, one for the rest, because `getResponse` tries
 * handlers one by one and each costs microseconds. Predicates are functions, because msw compiles a path pattern anew at
 * every request.
 */
export function handlersOf(gateway: Gateway): readonly HttpHandler[] {
  return [
    http.all(
      ({ request }) => pathOf(request).startsWith('/ai-gateway/'),
      async ({ request }) => toResponse(await queryModel(gateway, request, new URL(request.url)), randomUUID()),
    ),
    http.all(
      () => true,
      ({ request }) => toResponse(workspaceApi(gateway, request), randomUUID()),
    ),
  ];
}

function workspaceApi(gateway: Gateway, request: Request): Reply {
  const path = pathOf(request);
  if (path === whoAmIPath && request.method === 'GET') return whoAmI(gateway, request.headers);
  const message = `No API found for '${request.method} ${path}'`;
  return { kind: 'error', status: 404, code: 'ENDPOINT_NOT_FOUND', message };
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}
