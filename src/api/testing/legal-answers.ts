import type { Json } from '../../json/index.js';
import type { ApiName } from '../api.js';
import { completion, message } from './bodies.js';
import { embedded } from './embeddings-bodies.js';
import { generated } from './gemini-bodies.js';
import { response } from './responses-bodies.js';

/** A plain answer of each API, legal in every respect. */
export const legalAnswers: Readonly<Record<ApiName, Json>> = {
  chat: completion(),
  'chat-openai': completion(),
  'chat-cursor': completion(),
  messages: message(),
  responses: response(),
  'responses-openai': response(),
  'responses-codex': response(),
  gemini: generated(),
  embeddings: embedded(),
};
