import { request } from 'undici';
import { afterAll, beforeAll } from 'vitest';
import type { ApiName } from '../account/account.js';
import { type SimulatedAccount, type SimulatedAccountOptions, startSimulatedAccount } from '../start.js';

/** Serves a simulated account for the tests of the enclosing block. */
export function simulation(options?: SimulatedAccountOptions): () => SimulatedAccount {
  let account: SimulatedAccount | undefined;
  beforeAll(async () => {
    account = await startSimulatedAccount(options);
  });
  afterAll(() => account?.close());
  return () => {
    if (account === undefined) throw new Error('The simulated account is only there while a test runs.');
    return account;
  };
}

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies whose shape is what they verify
  readonly json: any;
}

export async function send(
  origin: string,
  { method = 'POST', path, headers = {}, body }: RawRequest,
): Promise<RawResponse> {
  const response = await request(origin + path, { method, headers, body: body ?? null });
  const text = await response.body.text();
  return { status: response.statusCode, headers: response.headers, text, json: parsed(text) };
}

export const paths: Readonly<Record<ApiName, string>> = {
  chat: '/ai-gateway/mlflow/v1/chat/completions',
  'chat-openai': '/ai-gateway/openai/v1/chat/completions',
  'chat-cursor': '/ai-gateway/cursor/v1/chat/completions',
  messages: '/ai-gateway/anthropic/v1/messages',
  responses: '/ai-gateway/mlflow/v1/responses',
  'responses-openai': '/ai-gateway/openai/v1/responses',
  'responses-codex': '/ai-gateway/codex/v1/responses',
  gemini: '/ai-gateway/gemini/v1beta/models/main.llm.assistant:generateContent',
  embeddings: '/ai-gateway/mlflow/v1/embeddings',
};

export interface Question {
  readonly as?: string;
  readonly api?: ApiName;
  /** `account` or a workspace. */
  readonly site?: string;
  readonly model?: unknown;
  readonly prompt?: string;
  /** Asks for the answer as a stream, in the way of the API. */
  readonly stream?: boolean;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** Asks a model with a correct request, but for what the question changes. `undefined` takes a key out. */
export async function ask(account: SimulatedAccount, question: Question = {}): Promise<RawResponse> {
  const { as = 'default', site = 'home' } = question;
  return send(account.origins[site] ?? '', requestFor(await bearerOf(account, as, site), question));
}

export function requestFor(token: string, question: Question): RawRequest & { readonly body: string } {
  const { api = 'chat', prompt = 'Say hello.', stream = false, headers, body } = question;
  const model = 'model' in question ? question.model : 'main.llm.assistant';
  const streams = stream && api !== 'gemini' ? { stream } : {};
  return {
    path: api === 'gemini' ? geminiPath(model, stream) : paths[api],
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...bodyFor(api, model, prompt), ...body, ...streams }),
  };
}

function geminiPath(model: unknown, stream: boolean): string {
  const method = stream ? 'streamGenerateContent?alt=sse' : 'generateContent';
  return `/ai-gateway/gemini/v1beta/models/${encodeURIComponent(String(model))}:${method}`;
}

function bodyFor(api: ApiName, model: unknown, prompt: string): object {
  switch (api) {
    case 'chat':
    case 'chat-openai':
    case 'chat-cursor':
    case 'messages':
      return { model, max_tokens: 64, messages: [{ role: 'user', content: prompt }] };
    case 'responses':
    case 'responses-openai':
    case 'responses-codex':
      return { model, max_output_tokens: 64, input: prompt };
    case 'gemini':
      return { contents: [{ role: 'user', parts: [{ text: prompt }] }], generationConfig: { maxOutputTokens: 64 } };
    case 'embeddings':
      return { model, input: prompt };
  }
}

export function tokenOf({ targetDocument, environment }: SimulatedAccount, identity: string): string {
  return environment[targetDocument.identities[identity]?.token?.env ?? ''] ?? '';
}

/** The token that an identity sends to an origin: its own, or one that it is given there or at the account. */
export async function bearerOf(account: SimulatedAccount, identity: string, site: string): Promise<string> {
  const client = account.targetDocument.identities[identity]?.client;
  if (client === undefined) return tokenOf(account, identity);
  const { id, secret, scope = 'all-apis', 'account-id': accountId } = client;
  const form = accountId ?? (site === 'account' ? await accountIdOf(account) : undefined);
  const { json } = await requestToken(account, {
    origin: client.host ?? account.origins[site] ?? '',
    path: form === undefined ? '/oidc/v1/token' : `/oidc/accounts/${form}/v1/token`,
    pair: `${id}:${account.environment[secret.env]}`,
    form: `grant_type=client_credentials&scope=${scope}`,
  });
  return json.access_token;
}

async function accountIdOf(account: SimulatedAccount): Promise<string> {
  const path = '/.well-known/databricks-config';
  const { json } = await send(account.origins['account'] ?? '', { method: 'GET', path });
  return json.account_id;
}

export interface TokenRequest {
  readonly origin?: string;
  readonly path?: string;
  /** User and password of Basic. */
  readonly pair?: string;
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for a token as the standard service principal in the workspace home, but for what is said. */
export function requestToken(account: SimulatedAccount, request: TokenRequest = {}): Promise<RawResponse> {
  const { origin = account.origins['home'] ?? '', path = '/oidc/v1/token', headers } = request;
  return send(origin, {
    path,
    headers: {
      authorization: `Basic ${Buffer.from(request.pair ?? clientPairOf(account)).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: request.form ?? 'grant_type=client_credentials&scope=all-apis',
  });
}

export function clientPairOf({ targetDocument, environment }: SimulatedAccount): string {
  const client = targetDocument.identities['service-principal']?.client;
  return `${client?.id}:${environment[client?.secret.env ?? '']}`;
}

/** What the answer says, whatever its API and form. */
export function saidBy({ json }: Pick<RawResponse, 'json'>): string {
  const content =
    json.choices?.[0].message.content ??
    json.content ??
    json.output?.flatMap((item: { readonly content?: readonly TextPart[] }) => item.content ?? []) ??
    json.candidates[0].content.parts;
  return typeof content === 'string' ? content : saidInParts(content);
}

interface TextPart {
  readonly type?: string;
  readonly text?: string;
  readonly thought?: boolean;
}

/** The parts of one API have no type. */
export function saidInParts(parts: readonly TextPart[]): string {
  return parts
    .filter(({ type = 'text', thought }) => ['text', 'output_text'].includes(type) && thought !== true)
    .map(({ text }) => text ?? '')
    .join('');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
