import type { Call } from '../api/index.js';
import type { JsonObject } from '../json/index.js';
import type { ApiContract } from '../judge/index.js';
import { defaultModel, type Sender } from '../plan/index.js';
import type { CallTemplate, RequestTemplate } from '../spec/index.js';
import { asText, resolve, type Scope } from './scope.js';

const defaultPrompt = 'Say hello.';

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
  apis: Readonly<Record<string, ApiContract>>,
  scope: Scope,
): Content {
  const api = apis[sender.api ?? ''];
  if (api === undefined) throw new Error(`there is no API ${sender.api}`);
  const { method, path, headers, body } = api.api.encode(toCall(call, sender, scope));
  return { method, path, headers, body: encoder.encode(JSON.stringify(body)), api };
}

/** A raw request whose references are looked up, as it stands. */
export function requestContent({ method, path, json, text }: RequestTemplate): Content {
  const body = json === undefined ? text : JSON.stringify(json);
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    path: asText(path),
    headers: json === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: encoder.encode(asText(body)) }),
  };
}

/** The API that a raw request is on, whatever its query. */
export function apiOfPath(path: string, apis: Readonly<Record<string, ApiContract>>): ApiContract | undefined {
  const [bare] = path.split('?');
  return Object.values(apis).find(({ api }) => api.contractPath === bare);
}

function toCall(call: CallTemplate, { stream }: Sender, scope: Scope): Call {
  const messages = call.messages ?? [{ role: 'user' as const, text: call.prompt ?? defaultPrompt }];
  return {
    model: asText(call.model ?? resolve(defaultModel, scope)),
    messages: messages.map(({ role, text }) => ({ role, text: asText(text) })),
    maxTokens: call['max-tokens'] ?? scope.target.limits.maxTokens,
    ...(call.system === undefined ? {} : { system: asText(call.system) }),
    ...(call.stop === undefined ? {} : { stop: call.stop }),
    ...(stream ? { stream } : {}),
    ...(call.params === undefined ? {} : { params: call.params as JsonObject }),
  };
}
