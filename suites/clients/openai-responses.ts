import type OpenAI from 'openai';
import { expect } from 'vitest';
import type { Access } from './access.js';
import type { ClientTests } from './client-tests.js';
import {
  callSensor,
  expectSaid,
  expectSum,
  reading,
  repeatText,
  sensor,
  sensorArguments,
  text,
} from './conversation.js';
import { expectOpenAiDenial, openai } from './openai-client.js';

type Response = OpenAI.Responses.Response;
type Input = OpenAI.Responses.ResponseInputItem[];

const need = { api: 'responses', model: 'openai' } as const;

const paths = [
  ['responses', 'mlflow/v1'],
  ['responses-openai', 'openai/v1'],
  ['responses-codex', 'codex/v1'],
] as const;

/** OpenAI's own client on the Responses APIs. */
export function openaiResponses({ test, denial }: ClientTests): void {
  for (const [api, path] of paths) {
    test(`gets a whole answer at ${path}`, { ...need, api }, async (access) => {
      expectAnswer(await openai(access, path).responses.create(repeat(access)), access);
    });
  }

  test('gets the same answer as a stream', need, async (access) => {
    const stream = openai(access).responses.stream(repeat(access));
    const pieces: string[] = [];
    for await (const event of stream) if (event.type === 'response.output_text.delta') pieces.push(event.delta);
    const response = await stream.finalResponse();
    expectAnswer(response, access);
    expect(pieces.join('')).toBe(response.output_text);
  });

  test('calls a tool and gets an answer to its result', need, async (access) => {
    const { responses } = openai(access);
    const question = call(access);
    const response = await responses.create(question);
    const result = { type: 'function_call_output', call_id: expectCall(response), output: reading } as const;
    // What comes out goes in again as it is; the client's types know items for which that does not hold.
    const input = [...question.input, ...(response.output as Input), result];
    const after = await responses.create({ ...question, input });
    expectSaid(after.output_text, reading, access);
    expect(after.status).toBe('completed');
  });

  test('calls a tool in a stream', need, async (access) => {
    expectCall(await openai(access).responses.stream(call(access)).finalResponse());
  });

  denial('responses', (access) => openai(access).responses.create(repeat(access)), expectOpenAiDenial);
}

function repeat({ model, maxTokens: max_output_tokens }: Access) {
  return { model, max_output_tokens, input: repeatText };
}

function call({ model, maxTokens: max_output_tokens }: Access) {
  const input: Input = [{ role: 'user', content: callSensor }];
  const tools: OpenAI.Responses.FunctionTool[] = [{ type: 'function', ...sensor, strict: true }];
  return { model, max_output_tokens, input, tools };
}

function expectAnswer({ status, output_text, usage }: Response, access: Access): void {
  expectSaid(output_text, text, access);
  expect(status).toBe('completed');
  expectSum(usage?.total_tokens, usage?.input_tokens, usage?.output_tokens);
}

/** That the tool is called once with its arguments; gives the id of the call. */
function expectCall({ status, output }: Response): string {
  expect(status).toBe('completed');
  const calls = output.flatMap((item) => (item.type === 'function_call' ? [item] : []));
  expect(calls.map((called) => [called.name, JSON.parse(called.arguments)])).toEqual([[sensor.name, sensorArguments]]);
  expect(calls[0]?.call_id).toMatch(/\S/);
  return String(calls[0]?.call_id);
}
