import type { CompiledApi } from '../api/index.js';
import type { ApiContract } from '../judge/index.js';
import { type Sender, senderOf } from '../plan/index.js';
import type { Action } from '../spec/index.js';
import { resolveRoute, type Target } from '../target/index.js';
import type { HeaderPair, WireRequest } from '../wire/index.js';
import { apiOfRequest, callContent, requestContent } from './content.js';
import { credentialHeaders } from './credential-headers.js';
import { asText, resolve, type Scope } from './scope.js';

/** A request that is ready to be sent, and the API in whose terms its answer is read. */
export interface BuiltRequest {
  readonly request: WireRequest;
  readonly sender: Sender;
  readonly api?: ApiContract;
}

/** Turns a call or a raw request into HTTP: who asks, where, and what. */
export function buildRequest(
  action: Action,
  scope: Scope,
  apis: Readonly<Record<string, CompiledApi>>,
  userAgent: string,
): BuiltRequest {
  const { target } = scope;
  const sender = senderOf(action, scope.bindings);
  const template = action.kind === 'call' ? resolve(action.call, scope) : resolve(action.request, scope);
  const content = 'path' in template ? requestContent(template) : callContent(template, sender, apis, scope);
  // A path that begins with a capture could name another host behind an `@`, which would be sent the credential.
  if (!content.path.startsWith('/')) throw new Error(`the path ${content.path.slice(0, 80)} does not begin with /`);
  const route = routeOf(target, sender);
  const headers = withHeaders(
    [
      ...credentialHeaders(target, sender),
      ...Object.entries(content.headers),
      ['User-Agent', userAgent],
      ...Object.entries(route.headers),
    ],
    template.headers ?? {},
  );
  const api = content.api ?? apiOfRequest(content, apis);
  return {
    request: {
      method: content.method,
      url: `${route.origin}${content.path}`,
      headers,
      ...(content.body === undefined ? {} : { body: content.body }),
    },
    sender,
    ...(api === undefined ? {} : { api }),
  };
}

function routeOf(
  target: Target,
  sender: Sender,
): { readonly origin: string; readonly headers: Readonly<Record<string, string>> } {
  const route = resolveRoute(target, sender.route, sender.workspace);
  if (route.kind === 'missing') throw new Error(route.message);
  return route;
}

/** Adds, replaces (whatever the case) or, with null, removes headers. */
function withHeaders(
  headers: readonly HeaderPair[],
  changes: Readonly<Record<string, string | null>>,
): readonly HeaderPair[] {
  const changed = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = headers.filter(([name]) => !changed.has(name.toLowerCase()));
  const added = Object.entries(changes).filter(([, value]) => value !== null);
  return [...kept, ...added.map(([name, value]): HeaderPair => [name, asText(value)])];
}
