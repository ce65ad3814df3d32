import type { Call } from '../api/index.js';
import type { ApiContract } from '../judge/index.js';
import type { Json } from '../json/index.js';
import { type Sender, senderOf } from '../plan/index.js';
import type { Action, CallTemplate, RequestTemplate } from '../spec/index.js';
import { authorization, resolveRoute, type Target } from '../target/index.js';
import type { HeaderPair, WireRequest } from '../wire/index.js';
import { resolve, type Scope } from './scope.js';

/** A credential that never existed, of the form of a real one, so that only its value is wrong. */
const invalidToken = `dapi${'0'.repeat(32)}`;
const defaultModel = '${models.system}';
const defaultPrompt = 'Say hello.';

/** A request that is ready to be sent, and the API in whose terms its answer is read. */
export interface BuiltRequest {
  readonly request: WireRequest;
  readonly sender: Sender;
  readonly api?: ApiContract;
}

/** Turns a call or a raw request into HTTP: who asks, where, and what. */
export function buildRequest(action: Action, scope: Scope, apis: Readonly<Record<string, ApiContract>>, userAgent: string): BuiltRequest {
  const { target } = scope;
  const sender = senderOf(action, scope.bindings);
  const content = action.kind === 'call' ? callContent(resolve(action.call, scope), sender, apis, target, scope) : requestContent(resolve(action.request, scope));
  const { origin, headers: routeHeaders } = routeOf(target, sender);
  const api = content.api ?? apiOfPath(content.path, apis);
  const headers = withHeaders(
    [...credentialHeaders(target, sender), ...Object.entries(content.headers), ['User-Agent', userAgent], ...Object.entries(routeHeaders)],
    resolve((action.kind === 'call' ? action.call : action.request).headers ?? {}, scope),
  );
  return {
    request: { method: content.method, url: `${origin}${content.path}`, headers, ...(content.body === undefined ? {} : { body: content.body }) },
    sender,
    ...(api === undefined ? {} : { api }),
  };
}

interface Content {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly api?: ApiContract;
}

const encoder = new TextEncoder();

function callContent(call: CallTemplate, sender: Sender, apis: Readonly<Record<string, ApiContract>>, target: Target, scope: Scope): Content {
  const api = apis[sender.api ?? ''];
  if (api === undefined) throw new Error(`no API ${sender.api}`);
  const encoded = api.api.encode(toCall(call, target, scope));
  return { method: encoded.method, path: encoded.path, headers: encoded.headers, body: encoder.encode(JSON.stringify(encoded.body)), api };
}

function toCall(call: CallTemplate, target: Target, scope: Scope): Call {
  return {
    model: call.model ?? resolve(defaultModel, scope),
    messages: call.messages ?? [{ role: 'user', text: call.prompt ?? defaultPrompt }],
    maxTokens: call['max-tokens'] ?? target.limits.maxTokens,
    ...(call.system === undefined ? {} : { system: call.system }),
    ...(call.stop === undefined ? {} : { stop: call.stop }),
    ...(call.params === undefined ? {} : { params: call.params as Readonly<Record<string, Json>> }),
  };
}

function requestContent(request: RequestTemplate): Content {
  const body = request.json === undefined ? request.text : JSON.stringify(request.json);
  return {
    method: request.method ?? (body === undefined ? 'GET' : 'POST'),
    path: request.path,
    headers: request.json === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: encoder.encode(body) }),
  };
}

function apiOfPath(path: string, apis: Readonly<Record<string, ApiContract>>): ApiContract | undefined {
  const [bare] = path.split('?');
  return Object.values(apis).find(({ api }) => api.contractPath === bare);
}

function routeOf(target: Target, sender: Sender): { readonly origin: string; readonly headers: Readonly<Record<string, string>> } {
  const route = resolveRoute(target, sender.route, sender.workspace);
  if (route.kind === 'missing') throw new Error(`no route ${sender.route} to ${sender.workspace}`);
  return route;
}

function credentialHeaders(target: Target, { auth, identity }: Sender): readonly HeaderPair[] {
  if (auth === 'none') return [];
  if (auth === 'invalid') return [['Authorization', `Bearer ${invalidToken}`]];
  const credential = target.identities[identity]?.credential;
  if (credential === undefined) throw new Error(`no identity ${identity}`);
  switch (auth) {
    case 'bearer':
    case 'basic':
      return [['Authorization', authorization(credential, auth)]];
    case 'x-api-key':
    case 'api-key':
      return [[auth, credential.secret]];
    case 'bearer-and-bogus-x-api-key':
      return [
        ['Authorization', authorization(credential, 'bearer')],
        ['x-api-key', 'unused'],
      ];
  }
}

/** Adds, replaces (whatever the case) or, with null, removes headers. */
function withHeaders(headers: readonly HeaderPair[], changes: Readonly<Record<string, string | null>>): readonly HeaderPair[] {
  const changed = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = headers.filter(([name]) => !changed.has(name.toLowerCase()));
  return [...kept, ...Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== null)];
}
