import { type CompiledApi, contractOfRequest, type StatementRequest } from '../api/index.js';
import type { ApiContract } from '../judge/index.js';
import type { Sender } from '../plan/index.js';
import type { CallTemplate, RequestTemplate } from '../spec/index.js';
import { callOf } from './call-of.js';
import { asText, type Scope } from './scope.js';

/** What is asked, apart from who asks and where. */
export interface Content {
  readonly method: string;
  /** Path and query, from the origin on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly api?: ApiContract;
}

const encoder = new TextEncoder();

/** A call whose references are looked up, as its API writes it. */
export function callContent(
  call: CallTemplate,
  sender: Sender,
  apis: Readonly<Record<string, CompiledApi>>,
  scope: Scope,
): Content {
  const api = apis[sender.api ?? ''];
  if (api === undefined) throw new Error(`there is no API ${sender.api}`);
  const { method, path, headers, body } = api.api.encode(callOf(call, sender, scope));
  return { method, path, headers, body: encoder.encode(JSON.stringify(body)), api };
}

/** A raw request whose references are looked up, as it stands. */
export function requestContent({ method, path, query, json, text }: RequestTemplate): Content {
  const body = json === undefined ? text : JSON.stringify(json);
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    path: withQuery(asText(path), query ?? {}),
    headers: json === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: encoder.encode(asText(body)) }),
  };
}

/** A value may be a capture, and hold what means something else in a query. */
function withQuery(path: string, query: NonNullable<RequestTemplate['query']>): string {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, asText(value)]));
  return parameters.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${parameters}`;
}

/** A request of the Statement Execution API. */
export function statementContent({ method, path, body }: StatementRequest): Content {
  if (body === undefined) return { method, path, headers: {} };
  return {
    method,
    path,
    headers: { 'Content-Type': 'application/json' },
    body: encoder.encode(JSON.stringify(body)),
  };
}

/** The API that a raw request is on, whatever its query, with the contract of what it asks for there. */
export function apiOfRequest(
  { method, path }: Content,
  apis: Readonly<Record<string, CompiledApi>>,
): ApiContract | undefined {
  const [bare = ''] = path.split('?');
  for (const { api, contract } of Object.values(apis)) {
    const own = contractOfRequest(api, contract, { method, path: bare });
    if (own !== undefined) return { api, contract: own };
  }
  return undefined;
}
