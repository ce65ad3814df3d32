import { ApiError, type Content, FinishReason, type GenerateContentResponse, GoogleGenAI } from '@google/genai';
import { expect } from 'vitest';
import type { Access } from './access.js';
import type { ClientTests } from './client-tests.js';
import {
  callSensor,
  expectDenied,
  expectSaid,
  expectSum,
  reading,
  repeatText,
  sensor,
  sensorArguments,
  text,
} from './conversation.js';

const need = { api: 'gemini', model: 'gemini' } as const;

/** Google's own client on the Gemini API. */
export function googleGenai({ test, denial }: ClientTests): void {
  test('gets a whole answer', need, async (access) => {
    const response = await modelsOf(access).generateContent(repeat(access));
    expectSaid(response.text, text, access);
    expectFinished(response);
  });

  test('gets the same answer as a stream', need, async (access) => {
    const chunks = await chunksOf(await modelsOf(access).generateContentStream(repeat(access)));
    expectSaid(chunks.map((chunk) => chunk.text ?? '').join(''), text, access);
    expectFinished(chunks.at(-1));
  });

  test('calls a function and gets an answer to its result', need, async (access) => {
    const models = modelsOf(access);
    const question = call(access);
    const response = await models.generateContent(question);
    expect(response.functionCalls).toMatchObject([{ name: sensor.name, args: sensorArguments }]);
    expectFinished(response);
    // The model's own content goes back whole: a signature of its thoughts may be on the call.
    const said = response.candidates?.[0]?.content as Content;
    const parts = [{ functionResponse: { name: sensor.name, response: { output: reading } } }];
    const contents = [...question.contents, said, { role: 'user', parts }];
    const after = await models.generateContent({ ...question, contents });
    expectSaid(after.text, reading, access);
    expectFinished(after);
  });

  test('calls a function in a stream', need, async (access) => {
    const chunks = await chunksOf(await modelsOf(access).generateContentStream(call(access)));
    const calls = chunks.flatMap(({ functionCalls }) => functionCalls ?? []);
    expect(calls).toMatchObject([{ name: sensor.name, args: sensorArguments }]);
    expectFinished(chunks.at(-1));
  });

  denial(
    'gemini',
    (access) => modelsOf(access).generateContent(repeat(access)),
    // One class for every status.
    (error) =>
      expectDenied(error, error instanceof ApiError ? error.status : undefined, { 403: ApiError, 404: ApiError }),
  );
}

/** The client insists on an API key, and has no option for a token. */
function modelsOf({ gateway, token, timeoutMs: timeout }: Access): GoogleGenAI['models'] {
  const headers = { Authorization: `Bearer ${token}` };
  return new GoogleGenAI({
    apiKey: 'unused',
    vertexai: false,
    httpOptions: { baseUrl: `${gateway}/gemini`, headers, timeout },
  }).models;
}

function repeat({ model, maxTokens: maxOutputTokens }: Access) {
  return { model, contents: repeatText, config: { maxOutputTokens } };
}

function call({ model, maxTokens: maxOutputTokens }: Access) {
  const { name, description, parameters } = sensor;
  const contents: Content[] = [{ role: 'user', parts: [{ text: callSensor }] }];
  const tools = [{ functionDeclarations: [{ name, description, parametersJsonSchema: parameters }] }];
  return { model, contents, config: { maxOutputTokens, tools } };
}

async function chunksOf(stream: AsyncIterable<GenerateContentResponse>): Promise<readonly GenerateContentResponse[]> {
  const chunks: GenerateContentResponse[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

/** A call is no reason of its own to stop. */
function expectFinished(response: GenerateContentResponse | undefined): void {
  expect(response?.candidates?.[0]?.finishReason).toBe(FinishReason.STOP);
  const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount, totalTokenCount } = response?.usageMetadata ?? {};
  const thought = thoughtsTokenCount ? [thoughtsTokenCount] : [];
  expectSum(totalTokenCount, promptTokenCount, candidatesTokenCount, ...thought);
}
