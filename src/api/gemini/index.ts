import type { Api } from '../api.js';
import { splitRules } from '../rules/index.js';
import { encodeGemini } from './encode.js';
import { geminiPath, isGeminiPath, streamsByPath } from './paths.js';
import { readGeminiAnswer } from './read-answer.js';
import { geminiRules } from './rules/index.js';
import { readGeminiStream } from './stream/read.js';
import { geminiStreamRules } from './stream/rules.js';

export const gemini: Api = {
  name: 'gemini',
  // The one API that model services do not list by its path.
  apiType: 'gemini/v1/generateContent',
  encode: encodeGemini,
  owns: isGeminiPath,
  asksForStream: streamsByPath,
  readAnswer: readGeminiAnswer,
  readStream: readGeminiStream,
  streamRules: geminiStreamRules,
  ...splitRules(geminiRules),
  contractFile: 'gemini.yaml',
  contractPath: geminiPath,
};
