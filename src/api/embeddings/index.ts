import type { Api } from '../api.js';
import { splitRules } from '../rules/index.js';
import { embeddingsPath, encodeEmbeddings } from './encode.js';
import { readEmbeddingsAnswer } from './read-answer.js';
import { embeddingsRules } from './rules/index.js';
import { embeddingsStreamRules, readEmbeddingsStream } from './stream.js';

export const embeddings: Api = {
  name: 'embeddings',
  apiType: 'mlflow/v1/embeddings',
  encode: encodeEmbeddings,
  owns: (path) => path === embeddingsPath,
  asksForStream: () => false,
  readAnswer: readEmbeddingsAnswer,
  readStream: readEmbeddingsStream,
  streamRules: embeddingsStreamRules,
  ...splitRules(embeddingsRules),
  contractFile: 'embeddings.yaml',
  contractPath: embeddingsPath,
};
