import type { ApiName } from '../account/account.js';
import type { Api } from './api.js';
import { chat } from './chat/chat.js';
import { messages } from './messages/messages.js';

export const apis: Readonly<Record<ApiName, Api>> = { chat, messages };

const byPath = new Map(Object.values(apis).map((api) => [`/ai-gateway/${api.type}`, api]));

export function apiAt(path: string): Api | undefined {
  return byPath.get(path);
}
