import type { Api, ApiName } from './api.js';
import { chat, chatCursor, chatOpenai } from './chat/index.js';
import { embeddings } from './embeddings/index.js';
import { gemini } from './gemini/index.js';
import { messages } from './messages/index.js';
import { responses, responsesCodex, responsesOpenai } from './responses/index.js';

export const apis: Readonly<Record<ApiName, Api>> = {
  chat,
  'chat-openai': chatOpenai,
  'chat-cursor': chatCursor,
  messages,
  responses,
  'responses-openai': responsesOpenai,
  'responses-codex': responsesCodex,
  gemini,
  embeddings,
};
