import { afterAll, describe } from 'vitest';
import { loadRoles, readYamlFile } from '../src/spec/loading.js';
import { aiSdk } from './clients/ai-sdk.js';
import { anthropic } from './clients/anthropic.js';
import { clientTests } from './clients/client-tests.js';
import { curl } from './clients/curl.js';
import { googleGenai } from './clients/google-genai.js';
import { openaiChat } from './clients/openai-chat.js';
import { openaiEmbeddings } from './clients/openai-embeddings.js';
import { openaiResponses } from './clients/openai-responses.js';
import { mustHave, openTargetUnderTest } from './target-under-test.js';

const roles = mustHave(loadRoles(mustHave(readYamlFile('specs/roles.yaml', 'specs/roles.yaml'))));
const { target, close } = await openTargetUnderTest(roles);
afterAll(close);

const tests = clientTests(target);

describe('openai on chat', () => openaiChat(tests));
describe('openai on responses', () => openaiResponses(tests));
describe('openai on embeddings', () => openaiEmbeddings(tests));
describe('@anthropic-ai/sdk', () => anthropic(tests));
describe('@google/genai', () => googleGenai(tests));
describe('ai with @ai-sdk/openai-compatible', () => aiSdk(tests));
describe('curl', () => curl(tests));
