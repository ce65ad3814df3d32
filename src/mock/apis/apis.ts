import type { ApiName } from '../account/account.js';
import type { Api, Route } from './api.js';
import { chatAt } from './chat/chat.js';
import { embeddings } from './embeddings/embeddings.js';
import { gemini } from './gemini/gemini.js';
import { messages } from './messages/messages.js';
import { responsesAt } from './responses/responses.js';

export const apis: Readonly<Record<ApiName, Api>> = {
  chat: chatAt('chat', 'mlflow/v1/chat/completions'),
  'chat-openai': chatAt('chat-openai', 'openai/v1/chat/completions'),
  'chat-cursor': chatAt('chat-cursor', 'cursor/v1/chat/completions'),
  messages,
  responses: responsesAt('responses', 'mlflow/v1/responses'),
  'responses-openai': responsesAt('responses-openai', 'openai/v1/responses'),
  'responses-codex': responsesAt('responses-codex', 'codex/v1/responses'),
  gemini,
  embeddings,
};

export interface Found {
  readonly api: Api;
  readonly route: Route;
}

/** The API that a path below `/ai-gateway/` is one of. */
export function apiAt(path: string, query: string): Found | undefined {
  for (const api of Object.values(apis)) {
    const route = api.routeOf(path, query);
    if (route !== undefined) return { api, route };
  }
  return undefined;
}
