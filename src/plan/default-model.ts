import type { ApiName } from '../api/index.js';
import { cellIn } from './cell.js';
import type { Bindings } from './instance.js';

/** Who answers on an API when a call names nobody. */
const roleOf: Readonly<Record<ApiName, string>> = {
  chat: 'system',
  'chat-openai': 'openai',
  'chat-cursor': 'openai',
  messages: 'system',
  responses: 'openai',
  'responses-openai': 'openai',
  'responses-codex': 'openai',
  gemini: 'gemini',
  embeddings: 'embedding',
};

/** The role of the service that answers on an API, when nobody names another. */
export function defaultRole(api: string | undefined): string {
  return api !== undefined && Object.hasOwn(roleOf, api) ? roleOf[api as ApiName] : 'system';
}

/** The model of a call that names none: that of the cell where the matrix binds one. */
export function defaultModel(api: string | undefined, bindings: Bindings = {}): string {
  if (cellIn(bindings) !== undefined) return '${grant.model}';
  return `\${models.${defaultRole(api)}}`;
}
