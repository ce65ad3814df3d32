import type { Api } from '../api.js';
import { splitRules } from '../rules/index.js';
import { streamsByField } from '../streams-by-field.js';
import { encodeMessages, messagesPath } from './encode.js';
import { readMessagesAnswer } from './read-answer.js';
import { messagesRules } from './rules/index.js';
import { readMessagesStream } from './stream/read.js';
import { messagesStreamRules } from './stream/rules.js';

export const messages: Api = {
  name: 'messages',
  apiType: 'anthropic/v1/messages',
  encode: encodeMessages,
  owns: (path) => path === messagesPath,
  asksForStream: streamsByField,
  readAnswer: readMessagesAnswer,
  readStream: readMessagesStream,
  streamRules: messagesStreamRules,
  ...splitRules(messagesRules),
  contractFile: 'messages.yaml',
  contractPath: messagesPath,
  operations: [{ method: 'GET', path: '/ai-gateway/anthropic/v1/models' }],
};
