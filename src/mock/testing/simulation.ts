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
export function ask(account: SimulatedAccount, question: Question = {}): Promise<RawResponse> {
  const { as = 'default', site = 'home' } = question;
  return send(account.origins[site] ?? '', requestFor(tokenOf(account, as), question));
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
  return environment[targetDocument.identities[identity]?.token.env ?? ''] ?? '';
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
