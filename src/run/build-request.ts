import type { CompiledApi, StatementRequest } from '../api/index.js';
import type { ApiContract } from '../judge/index.js';
import { type Sender, senderOf } from '../plan/index.js';
import type { Sending } from '../spec/index.js';
import { resolveRoute, type Target } from '../target/index.js';
import type { HeaderPair, WireRequest } from '../wire/index.js';
import { apiOfRequest, type Content, callContent, requestContent, statementContent } from './content.js';
import { asText, resolve, type Scope } from './scope.js';
import { submissionOf } from './statement.js';

/** A request that is ready to be sent, and the API in whose terms its answer is read. */
export interface BuiltRequest {
  readonly request: WireRequest;
  readonly sender: Sender;
  readonly api?: ApiContract;
}

/**
 * Turns a call, a raw request or a statement into HTTP: who asks (`proof` being the headers that prove it), where, and what. `next` is what is asked of a statement
 * that was submitted before.
 */
export function buildRequest(
  action: Sending,
  scope: Scope,
  apis: Readonly<Record<string, CompiledApi>>,
  userAgent: string,
  proof: readonly HeaderPair[],
  next?: StatementRequest,
): BuiltRequest {
  const { target } = scope;
  const sender = senderOf(action, scope.bindings);
  const { content, changes } = contentOf(action, sender, scope, apis, next);
  // A path that begins with a capture could name another host behind an `@`, which would be sent the credential.
  if (!content.path.startsWith('/')) throw new Error(`the path ${content.path.slice(0, 80)} does not begin with /`);
  const route = routeOf(target, sender);
  const headers = withHeaders(
    [...proof, ...Object.entries(content.headers), ['User-Agent', userAgent], ...Object.entries(route.headers)],
    changes,
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

interface Asked {
  readonly content: Content;
  /** What the spec says of headers. */
  readonly changes: Readonly<Record<string, string | null>>;
}

function contentOf(
  action: Sending,
  sender: Sender,
  scope: Scope,
  apis: Readonly<Record<string, CompiledApi>>,
  next: StatementRequest | undefined,
): Asked {
  switch (action.kind) {
    case 'call': {
      const call = resolve(action.call, scope);
      return { content: callContent(call, sender, apis, scope), changes: call.headers ?? {} };
    }
    case 'request': {
      const request = resolve(action.request, scope);
      return { content: requestContent(request), changes: request.headers ?? {} };
    }
    case 'sql': {
      const content = statementContent(next ?? submissionOf(action, scope));
      return { content, changes: resolve(action.sql.headers ?? {}, scope) };
    }
  }
}

export function routeOf(
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
