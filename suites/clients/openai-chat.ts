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

const need = { api: 'chat', model: 'system' } as const;

/** OpenAI's own client on the MLflow Chat Completions API. */
export function openaiChat({ test, denial }: ClientTests): void {
  test('runs the example of "Query model services"', need, async (access) => {
    const completion = await openai(access).chat.completions.create({
      messages: [
        { role: 'user', content: 'Hello!' },
        { role: 'assistant', content: 'Hello! How can I assist you today?' },
        { role: 'user', content: 'What is Databricks?' },
      ],
      model: access.model,
      max_tokens: 256,
    });
    expect(completion.choices[0]?.message.content).toMatch(/\S/);
  });

  test('gets a whole answer', need, async (access) => {
    const { choices, usage } = await openai(access).chat.completions.create(repeat(access));
    expectSaid(choices[0]?.message.content, text, access);
    expect(choices[0]?.finish_reason).toBe('stop');
    expectCounted(usage);
  });

  test('gets the same answer as a stream', need, async (access) => {
    const stream = openai(access).chat.completions.stream({
      ...repeat(access),
      stream_options: { include_usage: true },
    });
    const pieces: string[] = [];
    for await (const { choices } of stream) pieces.push(choices[0]?.delta.content ?? '');
    const { choices, usage } = await stream.finalChatCompletion();
    expectSaid(choices[0]?.message.content, text, access);
    expect(pieces.join('')).toBe(choices[0]?.message.content);
    expect(choices[0]?.finish_reason).toBe('stop');
    expectCounted(usage);
  });

  test('calls a tool and gets an answer to its result', need, async (access) => {
    const { completions } = openai(access).chat;
    const question = call(access);
    const { choices } = await completions.create(question);
    expect(choices[0]?.finish_reason).toBe('tool_calls');
    const message = choices[0]?.message as OpenAI.ChatCompletionMessage;
    const result = { role: 'tool', tool_call_id: expectCall(message), content: reading } as const;
    const after = await completions.create({ ...question, messages: [...question.messages, message, result] });
    expectSaid(after.choices[0]?.message.content, reading, access);
    expect(after.choices[0]?.finish_reason).toBe('stop');
  });

  test('calls a tool in a stream', need, async (access) => {
    const { choices } = await openai(access).chat.completions.stream(call(access)).finalChatCompletion();
    expect(choices[0]?.finish_reason).toBe('tool_calls');
    expectCall(choices[0]?.message);
  });

  test('shows an id for each request', need, async (access, { skip }) => {
    const { completions } = openai(access).chat;
    const one = await completions.create(repeat(access));
    skip(typeof one._request_id !== 'string', 'the target sends no x-request-id');
    const other = await completions.create(repeat(access));
    expect(other._request_id).toMatch(/\S/);
    expect(other._request_id).not.toBe(one._request_id);
  });

  denial('chat', (access) => openai(access).chat.completions.create(repeat(access)), expectOpenAiDenial);
}

function repeat({ model, maxTokens: max_tokens }: Access) {
  const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: repeatText }];
  return { model, max_tokens, messages };
}

function call({ model, maxTokens: max_tokens }: Access) {
  const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: callSensor }];
  const tools: OpenAI.ChatCompletionFunctionTool[] = [{ type: 'function', function: sensor }];
  return { model, max_tokens, messages, tools };
}

/** That the tool is called once with its arguments; gives the id of the call. */
function expectCall(message: OpenAI.ChatCompletionMessage | undefined): string {
  const calls = (message?.tool_calls ?? []).flatMap((one) => (one.type === 'function' ? [one] : []));
  expect(calls.map(({ function: called }) => [called.name, JSON.parse(called.arguments)])).toEqual([
    [sensor.name, sensorArguments],
  ]);
  expect(calls[0]?.id).toMatch(/\S/);
  return String(calls[0]?.id);
}

function expectCounted(usage: OpenAI.CompletionUsage | undefined): void {
  expectSum(usage?.total_tokens, usage?.prompt_tokens, usage?.completion_tokens);
}
