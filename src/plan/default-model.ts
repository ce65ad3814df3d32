import type { ApiName } from '../api/index.js';

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

/** The model of a call that names none. */
export function defaultModel(api: string | undefined): string {
  return `\${models.${defaultRole(api)}}`;
}
