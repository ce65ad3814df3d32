import { describe, expect, it } from 'vitest';
import type { ApiName } from '../account/account.js';
import { ask, saidBy, send, simulation, tokenOf } from '../testing/simulation.js';
import { upstreamLogPath } from './read-upstream-log.js';

const account = simulation();
const before = 'main.llm.denied-before-the-call';
const after = 'main.llm.denied-after-the-call';
const conversations: readonly ApiName[] = ['chat', 'chat-openai', 'chat-cursor', 'messages', 'responses', 'gemini'];

function dataOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice('data: '.length));
}

async function reachedUpstream(requestId: unknown): Promise<number> {
  const authorization = `Bearer ${tokenOf(account(), 'default')}`;
  const path = upstreamLogPath + String(requestId);
  const { status } = await send(account().origins['home'] ?? '', { method: 'GET', path, headers: { authorization } });
  return status;
}

describe('a service policy that denies the call', () => {
  it('is told with status 200, in the form that users have published', async () => {
    const { status, json } = await ask(account(), { model: before });
    expect(status).toBe(200);
    expect(json).toEqual({
      id: 'databricks-guardrail-block',
      object: 'chat.completion',
      created: 0,
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: "This request was blocked by the 'block-every-call' service policy.",
          },
          finish_reason: 'content_filter',
        },
      ],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
      databricks_service_policy: {
        name: 'block-every-call',
        action: 'deny',
        phase: 'pre_call',
        reason: 'The policy denies every request.',
      },
    });
  });

  it('keeps the request from the model, which a denied response has reached', async () => {
    for (const stream of [false, true]) {
      const [denied, blocked] = await Promise.all([before, after].map((model) => ask(account(), { model, stream })));
      expect(await reachedUpstream(denied?.headers['x-request-id'])).toBe(404);
      expect(await reachedUpstream(blocked?.headers['x-request-id'])).toBe(200);
    }
  });

  it('comes after privileges and complaints', async () => {
    expect((await ask(account(), { model: before, as: 'no-grants' })).status).toBe(403);
    expect((await ask(account(), { model: before, body: { messages: 'none' } })).status).toBe(400);
  });
});

describe('a service policy that denies the response', () => {
  it('counts what the model used, and says nothing of what it said', async () => {
    const { json, text } = await ask(account(), { model: after, prompt: 'Repeat exactly: fjord' });
    expect(json).toMatchObject({
      choices: [{ finish_reason: 'content_filter' }],
      databricks_service_policy: { action: 'deny', phase: 'post_call' },
    });
    expect(json.usage.total_tokens).toBeGreaterThan(json.usage.prompt_tokens);
    expect(text).not.toContain('fjord');
  });
});

describe('a denial', () => {
  it.each(conversations)('is marked on %s, and says nothing of the answer', async (api) => {
    for (const model of [before, after]) {
      const { status, json, text } = await ask(account(), { model, api, prompt: 'Repeat exactly: fjord' });
      expect([status, json.databricks_service_policy.action]).toEqual([200, 'deny']);
      expect(text).toMatch(/was blocked by the/);
      expect(text).not.toContain('fjord');
    }
  });

  it.each(conversations)('is marked in one event of a stream on %s', async (api) => {
    for (const model of [before, after]) {
      const { status, text } = await ask(account(), { model, api, prompt: 'Repeat exactly: fjord', stream: true });
      const marks = dataOf(text).filter((data) => data.includes('"databricks_service_policy":'));
      expect([status, marks.length]).toEqual([200, 1]);
      expect(text).not.toContain('fjord');
    }
  });

  it('is one chunk and the end mark in a stream of Chat Completions', async () => {
    const { text } = await ask(account(), { model: before, stream: true });
    const [chunk = '', end, ...more] = dataOf(text);
    expect(JSON.parse(chunk)).toMatchObject({
      object: 'chat.completion.chunk',
      choices: [{ delta: { role: 'assistant' }, finish_reason: 'content_filter' }],
    });
    expect([end, more]).toEqual(['[DONE]', []]);
  });
});

describe('a service policy that lets pass', () => {
  it.each(conversations)('is not seen on %s', async (api) => {
    const passed = await ask(account(), { model: 'main.llm.passed', api, prompt: 'Repeat exactly: fjord' });
    expect(saidBy(passed)).toBe('fjord');
    expect(passed.text).not.toContain('databricks_service_policy');
  });
});

describe('a service policy that redacts', () => {
  it.each(conversations)('takes addresses out of the answer on %s', async (api) => {
    const prompt = 'Repeat exactly: write to jane.doe+x@mail.example.com today';
    const redacted = await ask(account(), { model: 'main.llm.redacted', api, prompt });
    expect(saidBy(redacted)).toBe('write to [REDACTED] today');
    const streamed = await ask(account(), { model: 'main.llm.redacted', api, prompt, stream: true });
    expect(streamed.text).not.toContain('jane');
    expect(saidBy(await ask(account(), { model: 'main.llm.passed', api, prompt }))).toContain('jane.doe+x@mail');
  });
});

describe('a service policy that fails', () => {
  it('lets nothing through', async () => {
    for (const stream of [false, true]) {
      const { status, json } = await ask(account(), { model: 'main.llm.policy-fails', stream });
      expect([status, json.error_code]).toEqual([500, 'INTERNAL_ERROR']);
    }
  });
});
