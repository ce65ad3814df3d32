import Anthropic from '@anthropic-ai/sdk';
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

const need = { api: 'messages', model: 'system' } as const;

/** The gateway takes the token as Authorization only, and must not mind what else the client sends as a key. */
const credentials = {
  'the token in a default header beside a bogus API key': ({ token }: Access) => ({
    apiKey: 'unused',
    headers: { Authorization: `Bearer ${token}` },
  }),
  'the token as authToken beside a bogus x-api-key': ({ token }: Access) => ({
    authToken: token,
    headers: { 'x-api-key': 'unused' },
  }),
};

const versions = {
  'the anthropic-version of the client': {},
  'anthropic-version 2023-06-01': { 'anthropic-version': '2023-06-01' },
};

/** Anthropic's own client on the Anthropic Messages API. */
export function anthropic({ test, denial }: ClientTests): void {
  for (const [how, credential] of Object.entries(credentials)) {
    for (const [which, version] of Object.entries(versions)) {
      test(`gets a whole answer with ${how}, and ${which}`, need, async (access) => {
        const { headers, ...key } = credential(access);
        const client = clientOf(access, { ...key, defaultHeaders: { ...headers, ...version } });
        expectAnswer(await client.messages.create(repeat(access)), access);
      });
    }
  }

  test('gets the same answer as a stream', need, async (access) => {
    const stream = clientOf(access).messages.stream(repeat(access));
    const pieces: string[] = [];
    for await (const event of stream) {
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') pieces.push(event.delta.text);
    }
    const message = await stream.finalMessage();
    expectAnswer(message, access);
    expect(pieces.join('')).toBe(textOf(message));
  });

  test('calls a tool and gets an answer to its result', need, async (access) => {
    const { messages } = clientOf(access);
    const question = call(access);
    const message = await messages.create(question);
    const result = { type: 'tool_result', tool_use_id: expectCall(message), content: reading } as const;
    const after = await messages.create({
      ...question,
      messages: [
        ...question.messages,
        { role: 'assistant', content: message.content },
        { role: 'user', content: [result] },
      ],
    });
    expectSaid(textOf(after), reading, access);
    expect(after.stop_reason).toBe('end_turn');
  });

  test('calls a tool in a stream', need, async (access) => {
    expectCall(await clientOf(access).messages.stream(call(access)).finalMessage());
  });

  denial(
    'messages',
    (access) => clientOf(access).messages.create(repeat(access)),
    (error) => {
      const status = error instanceof Anthropic.APIError ? error.status : undefined;
      expectDenied(error, status, { 403: Anthropic.PermissionDeniedError, 404: Anthropic.NotFoundError });
    },
  );
}

type Options = NonNullable<ConstructorParameters<typeof Anthropic>[0]>;

function clientOf({ gateway, token, timeoutMs: timeout }: Access, options: Options = { authToken: token }): Anthropic {
  return new Anthropic({ ...options, baseURL: `${gateway}/anthropic`, maxRetries: 0, timeout });
}

function repeat({ model, maxTokens: max_tokens }: Access) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: repeatText }];
  return { model, max_tokens, messages };
}

function call({ model, maxTokens: max_tokens }: Access) {
  const { name, description, parameters } = sensor;
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: callSensor }];
  return { model, max_tokens, messages, tools: [{ name, description, input_schema: parameters }] };
}

function textOf({ content }: Anthropic.Message): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}

function expectAnswer(message: Anthropic.Message, access: Access): void {
  expectSaid(textOf(message), text, access);
  expect(message.stop_reason).toBe('end_turn');
  const { input_tokens, output_tokens } = message.usage;
  // The API has no total: that both parts are counted is all there is to see.
  expectSum(input_tokens + output_tokens, input_tokens, output_tokens);
}

/** That the tool is called once with its arguments; gives the id of the call. */
function expectCall({ stop_reason, content }: Anthropic.Message): string {
  expect(stop_reason).toBe('tool_use');
  const calls = content.flatMap((block) => (block.type === 'tool_use' ? [block] : []));
  expect(calls.map(({ name, input }) => [name, input])).toEqual([[sensor.name, sensorArguments]]);
  expect(calls[0]?.id).toMatch(/\S/);
  return String(calls[0]?.id);
}
