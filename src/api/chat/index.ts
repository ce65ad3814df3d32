import type { Api, ApiName } from '../api.js';
import { splitRules } from '../rules/index.js';
import { streamsByField } from '../streams-by-field.js';
import { chatPath, encodeChat } from './encode.js';
import { readChatAnswer } from './read-answer.js';
import { chatRules } from './rules/index.js';
import { readChatStream } from './stream/read.js';
import { chatStreamRules } from './stream/rules.js';

export const chat = chatAt('chat', 'mlflow/v1/chat/completions');
/** The same dialect below the path of OpenAI's own API. */
export const chatOpenai = chatAt('chat-openai', 'openai/v1/chat/completions');
/** The same dialect for the coding agent Cursor. */
export const chatCursor = chatAt('chat-cursor', 'cursor/v1/chat/completions');

function chatAt(name: ApiName, apiType: string): Api {
  const path = `/ai-gateway/${apiType}`;
  return {
    name,
    apiType,
    encode: (call) => ({ ...encodeChat(call), path }),
    owns: (given) => given === path,
    asksForStream: streamsByField,
    readAnswer: readChatAnswer,
    readStream: readChatStream,
    streamRules: chatStreamRules,
    ...splitRules(chatRules),
    contractFile: 'chat.yaml',
    contractPath: chatPath,
  };
}
