import type { Api } from '../api.js';
import { splitRules } from '../rules/index.js';
import { chatPath, encodeChat } from './encode.js';
import { readChatAnswer } from './read-answer.js';
import { chatRules } from './rules/index.js';
import { readChatStream } from './stream/read.js';
import { chatStreamRules } from './stream/rules.js';

export const chat: Api = {
  name: 'chat',
  apiType: 'mlflow/v1/chat/completions',
  encode: encodeChat,
  readAnswer: readChatAnswer,
  readStream: readChatStream,
  streamRules: chatStreamRules,
  ...splitRules(chatRules),
  contractFile: 'chat.yaml',
  contractPath: chatPath,
};
