import type { Api, ApiName } from './api.js';
import { chat } from './chat/index.js';
import { messages } from './messages/index.js';

export const apis: Readonly<Record<ApiName, Api>> = { chat, messages };
