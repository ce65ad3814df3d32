import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, jsonSchema, type LanguageModelUsage, stepCountIs, streamText, tool } from 'ai';
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

const need = { api: 'chat', model: 'system' } as const;

/** Vercel's AI SDK on the MLflow Chat Completions API. */
export function aiSdk({ test, denial }: ClientTests): void {
  test('generates a text', need, async (access) => {
    const { text: said, finishReason, usage } = await generateText({ ...askOf(access), prompt: repeatText });
    expectSaid(said, text, access);
    expect(finishReason).toBe('stop');
    expectCounted(usage);
  });

  test('streams the same text', need, async (access) => {
    const { pieces, result } = await streamed({ ...askOf(access), prompt: repeatText });
    expectSaid(await result.text, text, access);
    expect(pieces.join('')).toBe(await result.text);
    expect(await result.finishReason).toBe('stop');
    expectCounted(await result.totalUsage);
  });

  test('runs a tool and gets an answer to its result', need, async (access) => {
    const { tools, runs } = sensorTools();
    const result = await generateText({ ...askOf(access), prompt: callSensor, tools, stopWhen: stepCountIs(2) });
    expect(runs).toEqual([sensorArguments]);
    expect(result.steps.map(({ finishReason }) => finishReason)).toEqual(['tool-calls', 'stop']);
    expectSaid(result.text, reading, access);
  });

  test('runs a tool in a stream', need, async (access) => {
    const { tools, runs } = sensorTools();
    const { result } = await streamed({ ...askOf(access), prompt: callSensor, tools, stopWhen: stepCountIs(2) });
    expect(runs).toEqual([sensorArguments]);
    expectSaid(await result.text, reading, access);
  });

  denial(
    'chat',
    (access) => generateText({ ...askOf(access), prompt: repeatText }),
    (error) => {
      const status = APICallError.isInstance(error) ? error.statusCode : undefined;
      // One class for every status.
      expectDenied(error, status, { 403: APICallError, 404: APICallError });
    },
  );
}

function askOf({ gateway, token, model, maxTokens, timeoutMs }: Access) {
  const databricks = createOpenAICompatible({
    name: 'databricks',
    baseURL: `${gateway}/mlflow/v1`,
    apiKey: token,
    includeUsage: true,
  });
  return { model: databricks(model), maxOutputTokens: maxTokens, maxRetries: 0, timeout: timeoutMs };
}

/** Reads a stream to its end. An error in it is thrown: left to itself, the SDK prints it, with what the gateway said. */
async function streamed(options: Parameters<typeof streamText>[0]) {
  const result = streamText({ ...options, onError: () => {} });
  const pieces: string[] = [];
  for await (const part of result.fullStream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') pieces.push(part.text);
  }
  return { pieces, result };
}

/** The tool, and the arguments of its runs. */
function sensorTools() {
  const runs: unknown[] = [];
  const execute = async (given: typeof sensorArguments) => {
    runs.push(given);
    return reading;
  };
  const inputSchema = jsonSchema<typeof sensorArguments>(sensor.parameters);
  return { tools: { [sensor.name]: tool({ description: sensor.description, inputSchema, execute }) }, runs };
}

/** The SDK makes the total itself: that both parts are counted is all there is to see. */
function expectCounted({ totalTokens, inputTokens, outputTokens }: LanguageModelUsage): void {
  expectSum(totalTokens, inputTokens, outputTokens);
}
