import type { Api } from '../api.js';
import { splitRules } from '../rules/index.js';
import { encodeMessages, messagesPath } from './encode.js';
import { readMessagesAnswer } from './read-answer.js';
import { messagesRules } from './rules/index.js';
import { readMessagesStream } from './stream/read.js';
import { messagesStreamRules } from './stream/rules.js';

export const messages: Api = {
  name: 'messages',
  apiType: 'anthropic/v1/messages',
  encode: encodeMessages,
  readAnswer: readMessagesAnswer,
  readStream: readMessagesStream,
  streamRules: messagesStreamRules,
  ...splitRules(messagesRules),
  contractFile: 'messages.yaml',
  contractPath: messagesPath,
};
