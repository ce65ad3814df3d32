import type { ApiName } from '../../account/account.js';
import type { RequestBody } from '../../apis/api.js';
import type { Asked } from '../../deviation/asked.js';
import { finds } from './edit.js';

/** Which requests a change is for. */
export type Where = (asked: Asked) => boolean;

/** The APIs of each dialect. */
export const chat: readonly ApiName[] = ['chat', 'chat-openai', 'chat-cursor'];
export const messages: readonly ApiName[] = ['messages'];
export const responses: readonly ApiName[] = ['responses', 'responses-openai', 'responses-codex'];
export const gemini: readonly ApiName[] = ['gemini'];
export const embeddings: readonly ApiName[] = ['embeddings'];
export const conversations: readonly ApiName[] = [...chat, ...messages, ...responses, ...gemini];

export const anywhere: Where = () => true;

export function on(...apis: readonly (ApiName | readonly ApiName[])[]): Where {
  const meant = new Set<ApiName>(apis.flat());
  return ({ api }) => api !== undefined && meant.has(api);
}

/** On any model API. */
export const onModelApis: Where = ({ api }) => api !== undefined;

export function onPath(pattern: RegExp, method?: string): Where {
  return (asked) => pattern.test(asked.path) && (method === undefined || asked.method === method);
}

/** Requests that meet all of it. */
export function both(...all: readonly Where[]): Where {
  return (asked) => all.every((where) => where(asked));
}

/** Requests in whose body a path (RFC 9535) finds anything but null. */
export function asking(path: string): Where {
  const found = finds(path);
  return ({ body }) => found(body);
}

/** Requests whose body, as text, contains a text. */
export function saying(text: string): Where {
  return ({ body }) => body !== undefined && JSON.stringify(body).includes(JSON.stringify(text).slice(1, -1));
}

/** A request as far as its body and its API tell. */
export function askedWith(body: RequestBody, api: ApiName): Asked {
  return { method: 'POST', path: '', headers: new Headers(), bytes: 0, api, body };
}

/** Requests for an answer that comes as a stream. */
export const asksForStream: Where = ({ body, path }) =>
  body?.['stream'] === true || path.includes(':streamGenerateContent');
