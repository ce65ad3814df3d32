import type { Api, ApiName } from '../api.js';
import { splitRules } from '../rules/index.js';
import { streamsByField } from '../streams-by-field.js';
import { encodeResponses, responsesPath } from './encode.js';
import { readResponsesAnswer } from './read-answer.js';
import { responsesRules } from './rules/index.js';
import { readResponsesStream } from './stream/read.js';
import { responsesStreamRules } from './stream/rules.js';

export const responses = responsesAt('responses', 'mlflow/v1/responses');
/** The same dialect below the path of OpenAI's own API. */
export const responsesOpenai = responsesAt('responses-openai', 'openai/v1/responses');
/** The same dialect for the coding agent Codex. */
export const responsesCodex = responsesAt('responses-codex', 'codex/v1/responses');

function responsesAt(name: ApiName, apiType: string): Api {
  const path = `/ai-gateway/${apiType}`;
  return {
    name,
    apiType,
    encode: (call) => ({ ...encodeResponses(call), path }),
    owns: (given) => given === path,
    asksForStream: streamsByField,
    readAnswer: readResponsesAnswer,
    readStream: readResponsesStream,
    streamRules: responsesStreamRules,
    ...splitRules(responsesRules),
    contractFile: 'responses.yaml',
    contractPath: responsesPath,
  };
}
