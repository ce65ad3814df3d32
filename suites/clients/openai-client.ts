import OpenAI from 'openai';
import type { Access } from './access.js';
import { expectDenied } from './conversation.js';

/** The client as "Query model services" makes it: the token as API key, and one API of the gateway as base URL. */
export function openai({ gateway, token, timeoutMs }: Access, path = 'mlflow/v1'): OpenAI {
  return new OpenAI({ apiKey: token, baseURL: `${gateway}/${path}`, maxRetries: 0, timeout: timeoutMs });
}

export function expectOpenAiDenial(error: unknown): void {
  const status = error instanceof OpenAI.APIError ? error.status : undefined;
  expectDenied(error, status, { 403: OpenAI.PermissionDeniedError, 404: OpenAI.NotFoundError });
}
